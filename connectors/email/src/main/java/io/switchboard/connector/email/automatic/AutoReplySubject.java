package io.switchboard.connector.email.automatic;

import io.switchboard.connector.email.text.CleanText;
import io.switchboard.connector.email.thread.Topic;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Subjects that mail programs write for people who are away, as these programs say it in the languages they are sold in. The words
 * stand alone or before a colon, a dash or a bracket: {@code Out of office chairs} is about chairs.
 */
final class AutoReplySubject {

    private static final List<String> BEGINNINGS = List.of(
            // English
            "automatic reply",
            "automatic response",
            "automated reply",
            "automated response",
            "auto reply",
            "auto-reply",
            "autoreply",
            "auto response",
            "auto-response",
            "autoresponse",
            "auto responder",
            "autoresponder",
            "out of office",
            "out-of-office",
            "out of the office",
            "out of office autoreply",
            "out of office auto-reply",
            "out of office reply",
            "out of office notification",
            "out of office alert",
            "vacation reply",
            "vacation response",
            "vacation message",
            "away from my mail",
            "i am out of the office",
            "i'm out of the office",
            "ooo",
            // German
            "automatische antwort",
            "automatische rückantwort",
            "automatische nachricht",
            "automatische eingangsbestätigung",
            "abwesenheitsnotiz",
            "abwesenheitsnachricht",
            "abwesenheitsmeldung",
            "abwesenheitsagent",
            "abwesend",
            "urlaubsnotiz",
            "urlaubsbenachrichtigung",
            "automatische abwesenheitsnotiz",
            "automatische abwesenheitsnachricht",
            "nicht im büro",
            "außer haus",
            // French
            "réponse automatique",
            "réponse automatique d'absence",
            "réponse d'absence",
            "message d'absence",
            "message automatique",
            "notification d'absence",
            "absence du bureau",
            "absent du bureau",
            // Spanish, Catalan, Portuguese
            "respuesta automática",
            "autorrespuesta",
            "fuera de la oficina",
            "fuera de oficina",
            "ausente de la oficina",
            "resposta automàtica",
            "resposta automática",
            "fora do escritório",
            "ausente do escritório",
            "ausência temporária",
            // Italian, Romanian
            "risposta automatica",
            "fuori sede",
            "fuori ufficio",
            "assente dall'ufficio",
            "risposta non al computer",
            "răspuns automat",
            // Dutch
            "automatisch antwoord",
            "automatisch bericht",
            "automatische reactie",
            "afwezigheidsbericht",
            "afwezigheidsmelding",
            "niet op kantoor",
            // Swedish, Norwegian, Danish, Finnish
            "autosvar",
            "automatiskt svar",
            "frånvaromeddelande",
            "frånvaro",
            "automatisk svar",
            "fraværsmelding",
            "fraværsbesked",
            "ikke til stede",
            "ikke på kontoret",
            "automaattinen vastaus",
            "automaattivastaus",
            "poissaoloilmoitus",
            "poissa toimistosta",
            // Polish, Czech, Slovak, Hungarian, Slovenian, Croatian
            "odpowiedź automatyczna",
            "automatyczna odpowiedź",
            "autoodpowiedź",
            "poza biurem",
            "automatická odpověď",
            "automatická odpoveď",
            "mimo kancelář",
            "automatikus válasz",
            "házon kívül",
            "samodejni odgovor",
            "automatski odgovor",
            // Estonian, Latvian, Lithuanian
            "automaatvastus",
            "automātiska atbilde",
            "automātiskā atbilde",
            "automatinis atsakymas",
            // Russian, Ukrainian, Bulgarian, Greek, Turkish
            "автоматический ответ",
            "автоответ",
            "вне офиса",
            "автоматична відповідь",
            "автовідповідь",
            "автоматичен отговор",
            "αυτόματη απάντηση",
            "otomatik yanıt",
            "otomatik cevap",
            "ofis dışında",
            // Hebrew, Arabic, Thai, Vietnamese, Indonesian
            "תשובה אוטומטית",
            "מענה אוטומטי",
            "رد تلقائي",
            "ตอบกลับอัตโนมัติ",
            "trả lời tự động",
            "balasan otomatis",
            // Chinese, Japanese, Korean
            "自动答复",
            "自动回复",
            "自動回覆",
            "自動回復",
            "自動応答",
            "自動返信",
            "不在通知",
            "자동 회신",
            "자동 응답",
            "자동 답장",
            "부재 중");

    /** Lotus Notes names the person first. */
    private static final List<String> ENDINGS = List.of(" is out of the office", " is out of the office.");

    /** What gateways put before a subject. */
    private static final Pattern TAG = Pattern.compile("^(?:\\s?\\[[^\\[\\]]{1,30}\\]){1,3}\\s?");

    private AutoReplySubject() {}

    static boolean is(String subject) {
        var words = Normalizer.normalize(CleanText.limited(subject, 300), Normalizer.Form.NFKC)
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT);
        var untagged = TAG.matcher(words).replaceFirst("").strip();
        return ENDINGS.stream().anyMatch(untagged::endsWith)
                || BEGINNINGS.stream()
                        .anyMatch(beginning ->
                                beginsWith(untagged, beginning) || words.startsWith("[" + beginning + "]"));
    }

    private static boolean beginsWith(String subject, String words) {
        if (!subject.startsWith(words)) {
            return false;
        }
        var rest = subject.substring(words.length()).stripLeading();
        return rest.isEmpty() || ":-–—([!.".indexOf(rest.charAt(0)) >= 0 || Topic.isAnswer(rest);
    }
}
