package io.switchboard.connector.email.thread;

import io.switchboard.connector.email.mime.Mailbox;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Our mailbox with a detail behind a plus sign (RFC 5233 §1) that names a conversation: {@code support+sb-<token>@shop.example}. */
public final class PlusAddress {

    /** RFC 5321 §4.5.3.1.1. */
    private static final int MAX_LOCAL_PART = 64;

    private static final String MARK = "+sb-";
    private static final Pattern DETAIL = Pattern.compile("sb-([a-z2-7]{42})");

    private PlusAddress() {}

    /** Empty when the address would be too long. */
    public static Optional<String> of(String account, String token) {
        var at = account.lastIndexOf('@');
        var local = account.substring(0, at) + MARK + token;
        return local.length() > MAX_LOCAL_PART ? Optional.empty() : Optional.of(local + account.substring(at));
    }

    /** The token in an address of ours. */
    static Optional<String> token(Mailbox mailbox, String account) {
        return mailbox.address()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .filter(address -> isOurs(address, account))
                .map(address -> DETAIL.matcher(address.substring(address.indexOf('+') + 1, address.lastIndexOf('@'))))
                .filter(java.util.regex.Matcher::matches)
                .map(found -> found.group(1));
    }

    /** Whether mail to this address comes to the account: it is the account, with or without a detail. */
    static boolean isOurs(String address, String account) {
        return withoutDetail(address).equals(withoutDetail(account));
    }

    private static String withoutDetail(String address) {
        var plain = address.toLowerCase(Locale.ROOT);
        var plus = plain.indexOf('+');
        var at = plain.lastIndexOf('@');
        return plus > 0 && plus < at ? plain.substring(0, plus) + plain.substring(at) : plain;
    }
}
