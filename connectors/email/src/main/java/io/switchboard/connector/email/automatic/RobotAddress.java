package io.switchboard.connector.email.automatic;

import java.util.Locale;
import java.util.Set;

/** Addresses behind which no person reads, by what is written before the at sign (RFC 2142, RFC 3834 §2, and habit). */
public final class RobotAddress {

    /** Mail systems: what they send is about mail. */
    private static final Set<String> MAIL_SYSTEMS = Set.of(
            "mailer-daemon", "mailerdaemon", "postmaster", "mail-daemon", "maildaemon", "microsoftexchange", "mdaemon");

    /** Where a mail system gives no address. */
    private static final Set<String> MAIL_SYSTEM_NAMES = Set.of(
            "mail delivery system",
            "mail delivery subsystem",
            "mail delivery service",
            "mail system",
            "system administrator");

    /** Without blanks, dots, dashes and underscores. */
    private static final Set<String> NOBODY = Set.of(
            "noreply",
            "noreplies",
            "donotreply",
            "donotrespond",
            "dontreply",
            "noresponse",
            "noanswer",
            "nichtantworten",
            "bittenichtantworten",
            "keineantwort",
            "nepasrepondre",
            "noresponder",
            "nonrispondere",
            "naoresponda",
            "nietantwoorden",
            "nieodpowiadaj",
            "autoreply",
            "autoresponder",
            "devnull",
            "bounce",
            "bounces",
            "listserv",
            "majordomo");

    private RobotAddress() {}

    static boolean isMailSystem(String localPart) {
        var name = localPart.toLowerCase(Locale.ROOT);
        return MAIL_SYSTEMS.contains(name) || name.matches("microsoftexchange[0-9a-f]{8,40}");
    }

    static boolean isMailSystemName(String displayName) {
        var name = displayName.toLowerCase(Locale.ROOT);
        return MAIL_SYSTEMS.contains(name) || MAIL_SYSTEM_NAMES.contains(name);
    }

    /** Nobody reads what is sent there, or only a program does. */
    public static boolean isNobody(String localPart) {
        var name = localPart.toLowerCase(Locale.ROOT);
        var untagged = name.contains("+") ? name.substring(0, name.indexOf('+')) : name;
        return isMailSystem(name)
                || NOBODY.contains(untagged.replaceAll("[._-]", ""))
                || isNoReplyOf(untagged)
                || untagged.startsWith("owner-")
                || untagged.endsWith("-owner")
                || untagged.endsWith("-request")
                || untagged.endsWith("-bounces");
    }

    /** {@code noreply-orders@}, {@code orders.no-reply@}. */
    private static boolean isNoReplyOf(String name) {
        return name.matches("(?:.{0,60}[._-])?(?:no[._-]?reply|do[._-]?not[._-]?reply)(?:[._-].{0,60})?");
    }
}
