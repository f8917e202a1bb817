package io.switchboard.connector.email.automatic;

import java.util.List;
import java.util.Locale;

/** How mail systems say to people that a mail did not arrive, or not yet. Lower-case; each is a part of a sentence or a subject. */
final class BouncePhrases {

    /** Said first: {@code delayed} reports often also say what would happen if the mail failed. */
    private static final List<String> DELAYED = List.of(
            "delivery delayed",
            "delivery is delayed",
            "message delayed",
            "mail delayed",
            "delayed mail",
            "has been delayed",
            "delivery status notification (delay)",
            "delivery status notification(delay)",
            "not yet been delivered",
            "has not been delivered yet",
            "could not send message for past",
            "could not send message for the past",
            "still being retried",
            "will continue to try",
            "will be retried",
            "will keep trying",
            "delivery incomplete",
            "this is a warning message only",
            "zustellung verzögert",
            "noch nicht zugestellt",
            "verzögerte zustellung",
            "remise différée",
            "remise retardée",
            "entrega retrasada",
            "consegna ritardata",
            "bezorging vertraagd");

    private static final List<String> FAILED = List.of(
            // subjects
            "undelivered mail returned",
            "undeliverable",
            "undelivered message",
            "returned mail",
            "mail returned",
            "delivery failure",
            "delivery failed",
            "delivery has failed",
            "delivery error",
            "mail delivery failed",
            "mail delivery failure",
            "mail system error",
            "failure notice",
            "delivery status notification (failure)",
            "delivery status notification(failure)",
            "delivery notification: delivery has failed",
            "non delivery report",
            "non-delivery report",
            "nondeliverable mail",
            "message could not be delivered",
            "message not delivered",
            "message you sent was not delivered",
            "rejected:",
            // first sentences
            "this is the qmail-send program",
            "this message was created automatically by mail delivery software",
            "this is the mail system at host",
            "this is the postfix program at host",
            "could not be delivered to one or more",
            "had permanent fatal errors",
            "had permanent delivery errors",
            "did not reach some or all of the intended recipients",
            "did not reach the following recipient",
            "has failed to these recipients",
            "following recipient(s) could not be reached",
            "following recipient(s) cannot be reached",
            "couldn't be delivered",
            "could not be delivered",
            "cannot be delivered",
            "can't be delivered",
            "was not delivered",
            "wasn't delivered",
            "unable to deliver",
            "unable to be delivered",
            "was undeliverable to",
            "failed permanently",
            "following addresses failed",
            "following address failed",
            "unrouteable address",
            "delivery to the following recipient",
            "returning your message",
            "returned to sender",
            // German, French, Spanish, Portuguese, Italian, Dutch
            "unzustellbar",
            "nicht zugestellt werden",
            "nicht zustellbar",
            "konnte nicht ausgeliefert werden",
            "zustellung fehlgeschlagen",
            "fehler bei der nachrichtenzustellung",
            "non remis",
            "n'a pas pu être remis",
            "n'a pas pu être livré",
            "n'a pas pu être distribué",
            "échec de la remise",
            "échec de remise",
            "échec de la distribution",
            "no se pudo entregar",
            "no se ha podido entregar",
            "no pudo ser entregado",
            "no entregado",
            "error de entrega",
            "não pôde ser entregue",
            "não foi possível entregar",
            "não entregue",
            "falha na entrega",
            "non è stato possibile recapitare",
            "non è stato recapitato",
            "impossibile recapitare",
            "mancato recapito",
            "mancata consegna",
            "niet worden bezorgd",
            "niet worden afgeleverd",
            "onbestelbaar",
            "kan niet worden besteld",
            // Scandinavia, Finland
            "kunde inte levereras",
            "gick inte att leverera",
            "olevererat",
            "kunne ikke leveres",
            "ikke leveret",
            "ikke levert",
            "kan ikke leveres",
            "ei voitu toimittaa",
            "toimitus epäonnistui",
            // Eastern Europe, Turkey
            "nie może zostać dostarczon",
            "nie mogła zostać dostarczon",
            "niedostarczon",
            "nedoručiteln",
            "nepodařilo se doručit",
            "nedoručen",
            "nem kézbesíthető",
            "kézbesítés sikertelen",
            "nu a putut fi livrat",
            "не доставлено",
            "не удалось доставить",
            "не может быть доставлен",
            "недоставлен",
            "не вдалося доставити",
            "δεν ήταν δυνατή η παράδοση",
            "teslim edilemedi",
            "iletilemedi",
            // East Asia
            "配信できませんでした",
            "配信不能",
            "送信できませんでした",
            "無法傳遞",
            "无法投递",
            "无法送达",
            "退信",
            "未送达",
            "배달되지",
            "전달할 수 없",
            "반송");

    private BouncePhrases() {}

    static boolean sayDelayed(String text) {
        return contains(text, DELAYED);
    }

    static boolean sayFailed(String text) {
        return contains(text, FAILED);
    }

    private static boolean contains(String text, List<String> phrases) {
        var words = text.replace('\u2019', '\'').replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return phrases.stream().anyMatch(words::contains);
    }
}
