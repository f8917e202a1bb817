package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.text.CleanText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the addresses of a header (RFC 5322 §3.4): with groups, comments, routes and quotes, and what people send instead: unquoted
 * commas in names, quotes nobody closed, missing commas, names without address. One pass, no recursion.
 */
public final class AddressList {

    public static final int MAX_MAILBOXES = 1_000;

    private static final int MAX_NAME = 200;

    /** Python folds long lists so that a comma or semicolon between addresses becomes an encoded word. */
    private static final Pattern ENCODED_SEPARATOR = Pattern.compile(
            "(?i)(?<![^\\s>])=\\?[a-z0-9-]{1,30}\\?(?:q\\?(?:=2c|=3b|,|;)|b\\?(?:LA==|Ow==))\\?=(?!\\S)");

    private final AddressScanner scanner;
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private String nameBeforeComma = "";

    private AddressList(String text) {
        this.scanner = new AddressScanner(text);
    }

    /** @param raw raw bytes already read, encoded words not yet: a comma within one separates nothing */
    public static List<Mailbox> parse(String raw) {
        var text = raw.contains("?=") ? ENCODED_SEPARATOR.matcher(raw).replaceAll(", ") : raw;
        var mailboxes = new AddressList(text).read();
        var unaddressed =
                mailboxes.stream().allMatch(mailbox -> mailbox.address().isEmpty());
        var decoded = EncodedWords.decode(text);
        var hidden = unaddressed && !decoded.equals(text) && decoded.contains("@");
        return hidden ? new AddressList(decoded).read() : mailboxes;
    }

    private List<Mailbox> read() {
        while (mailboxes.size() < MAX_MAILBOXES && scanner.advance()) {
            var entry = scanner.entry();
            if (entry.bracketed().isPresent()) {
                bracketed(entry, entry.bracketed().get());
            } else if (entry.words().contains("@")) {
                bare(entry);
            } else {
                nameBeforeComma = joined(nameBeforeComma, entry.words());
            }
        }
        if (mailboxes.isEmpty() && !nameBeforeComma.isBlank()) {
            mailboxes.add(new Mailbox(name(nameBeforeComma), Optional.empty()));
        }
        return mailboxes;
    }

    /** {@code name <address>}; what stood before an unquoted comma is the first half of the name. */
    private void bracketed(AddressScanner.Entry entry, String content) {
        var address = EmailAddress.read(EncodedWords.decode(content));
        var name = name(joined(nameBeforeComma, entry.display()))
                .or(() -> address.isPresent() || content.contains("@") ? Optional.empty() : name(content));
        nameBeforeComma = "";
        if (name.isPresent() || address.isPresent()) {
            mailboxes.add(new Mailbox(name, address));
        }
    }

    /** {@code address (name)}, or several addresses with nothing but blanks between them. */
    private void bare(AddressScanner.Entry entry) {
        var words = Arrays.asList(entry.words().strip().split("\\s+"));
        var addresses =
                words.stream().map(EmailAddress::read).flatMap(Optional::stream).toList();
        var rest = String.join(
                " ", words.stream().filter(word -> !word.contains("@")).toList());
        var name = addresses.size() == 1
                ? name(entry.comment().isBlank() ? rest : entry.comment())
                : Optional.<String>empty();
        addresses.forEach(address -> mailboxes.add(new Mailbox(name, Optional.of(address))));
        nameBeforeComma = "";
    }

    private static String joined(String before, String after) {
        if (before.isBlank() || before.length() > MAX_NAME) {
            return after;
        }
        return after.isBlank() ? before : before.strip() + ", " + after.strip();
    }

    private static Optional<String> name(String raw) {
        var name = CleanText.line(EncodedWords.decode(raw)).replaceAll(" {2,}", " ");
        var quoted = name.length() > 1 && name.startsWith("'") && name.endsWith("'");
        return Optional.of(quoted ? name.substring(1, name.length() - 1).strip() : name)
                .filter(text -> !text.isEmpty());
    }
}
