package io.switchboard.connector.email.posted;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.mime.MediaType;
import io.switchboard.connector.email.mime.TransferDecoding;
import io.switchboard.connector.email.text.CleanText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of a mail as a platform posts it.
 *
 * @param contentType with parameters, as it came
 * @param contentId with or without angle brackets
 * @param encoding that the content has
 */
record PostedFile(
        String contentType,
        Optional<String> fileName,
        Optional<String> contentId,
        TransferDecoding encoding,
        Slice content) {

    private static final Pattern TYPE =
            Pattern.compile("([A-Za-z0-9!#$&^_.+-]{1,60}/[A-Za-z0-9!#$&^_.+-]{1,80}) *(;[ -~]{0,500})?");
    private static final Pattern ID = Pattern.compile("[!-~&&[^<>]]{1,300}");
    private static final int MAX_NAME = 1_000;

    MailPart part() {
        var type = type();
        var header = new StringBuilder("Content-Type: ").append(type).append("\r\nContent-Disposition: attachment");
        fileName.ifPresent(name -> header.append("; filename*=utf-8''").append(percentEncoded(name)));
        header.append("\r\n");
        contentId
                .map(id -> id.replaceAll("[<>\\s]", ""))
                .filter(id -> ID.matcher(id).matches())
                .ifPresent(id -> header.append("Content-ID: <").append(id).append(">\r\n"));
        return encoding == TransferDecoding.IDENTITY
                ? MailPart.encoded(type, header.toString(), content)
                : MailPart.encoded(type, header.toString(), encoding.label(), content);
    }

    /** A file that calls itself a multipart would be taken apart and not be there any more. */
    private String type() {
        var declared = CleanText.line(contentType);
        var isSound = TYPE.matcher(declared).matches()
                && !declared.toLowerCase(Locale.ROOT).startsWith("multipart/");
        return isSound ? declared : MediaType.BYTES.name();
    }

    /** RFC 2231 §4. */
    private static String percentEncoded(String name) {
        var line = CleanText.limited(CleanText.line(name), MAX_NAME);
        return URLEncoder.encode(line, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "PostedFile[" + content.length() + " bytes]";
    }
}
