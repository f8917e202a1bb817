package io.switchboard.connector.email.bench;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mailbox whose reading nobody can dispute: one address in ASCII, with or without angle brackets and a name in words or quotes. For all
 * others a written-down field is no expectation.
 */
record SimpleMailbox(String name, String address) {

    private static final Pattern NAMED =
            Pattern.compile("(?:\"([\\w .,'-]*)\"|([\\w .'-]*?))\\s*<([\\w.+-]{1,64}@[\\w.-]{1,255})>");
    private static final Pattern BARE = Pattern.compile("[\\w.+-]{1,64}@[\\w.-]{1,255}");

    static Optional<SimpleMailbox> read(String field) {
        var text = field.replaceAll("\\s+", " ").strip();
        if (BARE.matcher(text).matches()) {
            return Optional.of(new SimpleMailbox("", text));
        }
        return Optional.of(NAMED.matcher(text)).filter(found -> found.matches()).map(found -> {
            var name = found.group(1) == null ? found.group(2) : found.group(1);
            return new SimpleMailbox(name.strip(), found.group(3));
        });
    }

    Map<Fact, String> facts() {
        return Map.of(Fact.NAME, name, Fact.FROM, address);
    }
}
