package io.switchboard.connector.email.automatic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds in a server's words why it did not take a mail: the RFC 3463 code, else the RFC 5321 reply, else what it usually calls it. */
final class StatusText {

    /** Neither within an address of a host (5.39.1.2) nor a version (4.94.2): subjects go from 0 to 7 (RFC 3463 §3). */
    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([245]\\.[0-7]\\.\\d{1,3})(?!\\.?\\d)");

    private static final Pattern REPLY = Pattern.compile("(?<![\\d.:/-])([45]\\d\\d)(?=[ -])");
    private static final Set<String> REPLIES = Set.of(
            "421", "450", "451", "452", "455", "500", "501", "503", "521", "530", "541", "550", "551", "552", "553",
            "554", "556", "571");

    /** The more telling first. */
    private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(
                "5.1.2",
                List.of(
                        "host not found",
                        "domain not found",
                        "host or domain name not found",
                        "host unknown",
                        "unknown host",
                        "unrouteable mail domain",
                        "name or service not known",
                        "couldn't find any host",
                        "domain does not exist",
                        "domain doesn't exist",
                        "nxdomain"));
        WORDS.put(
                "5.2.2",
                List.of(
                        "mailbox full",
                        "mailbox is full",
                        "over quota",
                        "overquota",
                        "over the quota",
                        "quota exceeded",
                        "exceeded storage",
                        "exceeds allowed quota",
                        "out of storage",
                        "postfach ist voll",
                        "boîte pleine",
                        "buzón lleno",
                        "casella piena"));
        WORDS.put(
                "5.3.4",
                List.of(
                        "message too large",
                        "message is too large",
                        "too big",
                        "exceeds size limit",
                        "size limit exceeded",
                        "message size exceeds",
                        "maximum message size"));
        WORDS.put(
                "4.4.7",
                List.of(
                        "retry timeout exceeded",
                        "retry time not reached",
                        "delivery time expired",
                        "message expired",
                        "message timed out",
                        "in the queue too long",
                        "delivery expired"));
        WORDS.put(
                "5.1.1",
                List.of(
                        "user unknown",
                        "unknown user",
                        "no such user",
                        "user not found",
                        "no such recipient",
                        "unknown recipient",
                        "recipient unknown",
                        "invalid recipient",
                        "recipient not found",
                        "recipientnotfound",
                        "no such mailbox",
                        "mailbox not found",
                        "no mailbox here",
                        "no such address",
                        "address not found",
                        "unknown address",
                        "unknown e-mail",
                        "unknown email",
                        "unrouteable address",
                        "does not exist",
                        "doesn't exist",
                        "doesn't have a",
                        "not listed in",
                        "not a valid mailbox",
                        "recipient address rejected: access denied",
                        "address couldn't be found",
                        "email address is invalid",
                        "empfänger unbekannt",
                        "unbekannter empfänger",
                        "utilisateur inconnu",
                        "destinataire inconnu",
                        "usuario desconocido",
                        "destinatario sconosciuto",
                        "onbekende gebruiker"));
        WORDS.put(
                "5.7.1",
                List.of(
                        "spam",
                        "blocked",
                        "blacklist",
                        "blocklist",
                        "block list",
                        "access denied",
                        "not authorized",
                        "relaying denied",
                        "relay access denied",
                        "policy"));
    }

    private StatusText() {}

    /** An RFC 3463 code; empty when the text says nothing of the kind. */
    static Optional<String> code(String text) {
        var exact = first(ENHANCED, text).filter(code -> !code.startsWith("2") && !isVague(code));
        return exact.or(() -> ofWords(text))
                .or(() -> first(ENHANCED, text).filter(code -> !code.startsWith("2")))
                .or(() -> reply(text));
    }

    /** The code that the words stand for. */
    static Optional<String> ofWords(String text) {
        var words = text.replace('\u2019', '\'').replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(known -> known.getValue().stream().anyMatch(words::contains))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Such as {@code 5.0.0}: permanent, for whatever reason. */
    static boolean isVague(String code) {
        return code.endsWith(".0.0");
    }

    /** Where a reply or a code begins, and all the server said from there on; empty when there is neither. */
    static Optional<String> diagnostic(String text) {
        var start = text.length();
        for (var pattern : List.of(REPLY, ENHANCED)) {
            var found = pattern.matcher(text);
            while (found.find() && found.start() < start) {
                if (pattern == ENHANCED || REPLIES.contains(found.group(1))) {
                    start = found.start();
                }
            }
        }
        return start == text.length() ? Optional.empty() : Optional.of(text.substring(start));
    }

    private static Optional<String> reply(String text) {
        var found = REPLY.matcher(text);
        while (found.find()) {
            if (REPLIES.contains(found.group(1))) {
                return Optional.of(
                        found.group(1).equals("552") ? "5.2.2" : found.group(1).charAt(0) + ".0.0");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
