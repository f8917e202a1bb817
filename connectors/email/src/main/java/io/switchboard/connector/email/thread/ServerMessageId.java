package io.switchboard.connector.email.thread;

import io.switchboard.connector.email.mime.MessageIds;
import io.switchboard.connector.email.text.CleanText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The Message-ID that a mail server puts in the place of ours, as its answer to our mail tells it: answers of customers name that one.
 *
 * <ul>
 *   <li>Amazon SES answers {@code 250 Ok <id>} and sends the mail as {@code <id>@email.amazonses.com} or {@code @<region>.amazonses.com};
 *   <li>Exchange Online answers {@code 250 2.0.0 OK <id@…prod.outlook.com> [Hostname=…]}.
 * </ul>
 */
public final class ServerMessageId {

    private static final int MAX_TEXT = 1_000;
    private static final Pattern SES = Pattern.compile(
            "(?i)ok\\s+([0-9a-f]{16}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9a-z]{6})\\b.*");
    private static final String SES_DOMAIN = "@amazonses.com";
    private static final Pattern SES_REGION = Pattern.compile("(?i)@[a-z0-9-]+\\.amazonses\\.com$");

    private ServerMessageId() {}

    public static List<String> in(String answer) {
        var text = CleanText.limited(answer, MAX_TEXT);
        var ids = new LinkedHashSet<String>();
        var ses = SES.matcher(text);
        if (ses.matches()) {
            ids.add(ses.group(1) + SES_DOMAIN);
        }
        if (text.contains("<")) {
            MessageIds.all(text).stream().filter(id -> id.contains("@")).forEach(ids::add);
        }
        return List.copyOf(ids);
    }

    /** One spelling for what SES names after the region that sent it, which its answer does not tell. */
    static String withoutRegion(String messageId) {
        return SES_REGION.matcher(messageId).replaceFirst(SES_DOMAIN);
    }
}
