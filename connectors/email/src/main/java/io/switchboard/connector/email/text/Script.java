package io.switchboard.connector.email.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;

/**
 * What text in one language, or in a few that share their letters, looks like beyond ASCII.
 *
 * @param common the letters that make most of its text
 * @param rare its other letters; both lower-case
 * @param charsets in which programs send it without saying so, the commonest first
 * @param kind how it mixes with ASCII
 */
record Script(String common, String rare, List<String> charsets, Kind kind) {
    enum Kind {
        /** Some letters among ASCII ones. */
        LATIN,
        /** Whole words of its own letters, upper and lower case. */
        CASED,
        /** Whole words of its own letters, which know no case. */
        CASELESS,
        /** No blanks between words; thousands of characters. */
        IDEOGRAPHIC
    }

    private static final String HIRAGANA = "のにをはがとでたてしいるまかなこすもれらさくりよきうだっおねげごそちつどばへみめやわんせけじ";
    private static final String HANZI = "的一是不了在人有我他大来以到上们为和你说生会自着去之过家学对可她里后小么心多天而能好都然没"
            + "日于起还发成事只作当想看样手无如前所本见经头面公同三已老从动两长知民请问谢您收货单订钱退款号坏新换个品昨今明这那吗";
    private static final String HANZI_TRADITIONAL = "的一是不了在人有我他大來以到上們為和你說生會自著去之過家學對可她裡後小麼心多天而能好都然沒"
            + "日於起還發成事只作當想看樣手無如前所本見經頭面公同三已老從動兩長知民請問謝您收貨單訂錢退款號壞新換個品昨今明這那嗎";

    private static final List<String> WESTERN = List.of("windows-1252", "x-macroman");
    private static final List<String> CENTRAL = List.of("windows-1250", "iso-8859-2");
    private static final List<String> BALTIC = List.of("windows-1257", "iso-8859-13");
    private static final List<String> CYRILLIC = List.of("windows-1251", "koi8-u", "iso-8859-5", "ibm866");

    static final List<Script> ALL = List.of(
            latin("äöüß", WESTERN),
            latin("éèàêçâîôûùëïœ", WESTERN),
            latin("áéíóúñü¿¡", WESTERN),
            latin("ãçáéõóíêâàúô", WESTERN),
            latin("åäöé", WESTERN),
            latin("æøåé", WESTERN),
            latin("àèéìòù", WESTERN),
            latin("ëïéèö", WESTERN),
            new Script("áéíóúæö", "ýðþ", WESTERN, Kind.LATIN),
            latin("ąćęłńóśźż", CENTRAL),
            latin("áčďéěíňóřšťúůýž", CENTRAL),
            latin("áäčďéíĺľňóôŕšťúýž", CENTRAL),
            latin("áéíóöőúüű", CENTRAL),
            latin("čćđšž", CENTRAL),
            latin("ăâîşţ", CENTRAL),
            latin("ışğüöç", List.of("windows-1254")),
            latin("ąčęėįšųūž", BALTIC),
            latin("āčēģīķļņšūž", BALTIC),
            latin("õäöüšž", BALTIC),
            new Script("оеаинтсрвлкм", "дпуяыьгзбчйхжшюцщэфъё", CYRILLIC, Kind.CASED),
            new Script("оаинвертіскл", "удмпязьбгйчхжцшюїщєґф'", CYRILLIC, Kind.CASED),
            new Script("αοιετσνηυρπκ", "μλςωδγθχφβξζψάέήίόύώ", List.of("windows-1253", "iso-8859-7"), Kind.CASED),
            new Script("יוהלארמתבש", "נםכחדקעפןגזסטצךץף", List.of("windows-1255", "iso-8859-8"), Kind.CASELESS),
            new Script(
                    "اليمونرتبهة",
                    "دعسفكحقشأجصطىزخضغذئءثظؤإآ،؟ًٌٍَُِّْ",
                    List.of("windows-1256", "iso-8859-6"),
                    Kind.CASELESS),
            new Script(
                    "านรกเงอ่ี้ยมวทสค",
                    "ัะิลดตแหพบปชขไใจโื์ุูถผซธณศภษญฟฝฎฏฐฑฒฆฉฌฮฬ็ำๆ",
                    List.of("x-windows-874"),
                    Kind.CASELESS),
            new Script(HIRAGANA, "", List.of("windows-31j", "euc-jp"), Kind.IDEOGRAPHIC),
            new Script(HANZI, "", List.of("gb18030"), Kind.IDEOGRAPHIC),
            new Script(HANZI_TRADITIONAL, "", List.of("big5-hkscs"), Kind.IDEOGRAPHIC),
            new Script(hangul(), "", List.of("x-windows-949"), Kind.IDEOGRAPHIC));

    Script {
        charsets = List.copyOf(charsets);
    }

    private static Script latin(String letters, List<String> charsets) {
        return new Script(letters, "", charsets, Kind.LATIN);
    }

    /** The syllables of KS X 1001; the others of Unicode are hardly ever written. */
    private static String hangul() {
        var bytes = new ByteArrayOutputStream();
        for (var row = 0xb0; row <= 0xc8; row++) {
            for (var cell = 0xa1; cell <= 0xfe; cell++) {
                bytes.write(row);
                bytes.write(cell);
            }
        }
        return bytes.toString(Charset.forName("euc-kr"));
    }

    /** How well a text fits, from -1 to 1; characters of ASCII and punctuation do not count. */
    double fit(String text) {
        var sum = 0.0;
        var counted = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= 0x80 && !isNeutral(c) && !isSign(text, i, c)) {
                sum += weight(text, i, c);
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    /** Punctuation that all of the charsets have. */
    private static boolean isNeutral(char c) {
        return c == '\u00a0'
                || (c >= '\u2010' && c <= '\u203a')
                || c == '\u20ac'
                || c == '\u00ab'
                || c == '\u00bb'
                || c == '\u2116'
                || c == '\u2122'
                || (c >= '\u3000' && c <= '\u3011')
                || (c >= '\uff01' && c <= '\uff5e');
    }

    /** Such as the three of cubic metres, which no letter follows. */
    private static boolean isSign(String text, int at, char c) {
        return "¹²³°§µ·¼½¾ªº©®´¨".indexOf(c) >= 0
                && (at + 1 >= text.length() || !Character.isLetter(text.charAt(at + 1)));
    }

    private double weight(String text, int at, char c) {
        if (kind == Kind.IDEOGRAPHIC) {
            return isAsciiLetter(text, at - 1) || isAsciiLetter(text, at + 1) ? -1 : ofIdeograph(c);
        }
        var lower = Character.toLowerCase(c);
        if (common.indexOf(lower) < 0 && rare.indexOf(lower) < 0) {
            return -1;
        }
        var capitalWithin = lower != c && at > 0 && Character.isLowerCase(text.charAt(at - 1));
        var strangerBeside = kind != Kind.LATIN && (isAsciiLetter(text, at - 1) || isAsciiLetter(text, at + 1));
        if (capitalWithin || strangerBeside || (kind == Kind.LATIN && isForeignRun(text, at))) {
            return -1;
        }
        return common.indexOf(lower) >= 0 ? 1 : 0.4;
    }

    private double ofIdeograph(char c) {
        if (common.indexOf(c) >= 0) {
            return 1;
        }
        var japanese = common.equals(HIRAGANA);
        if (c >= '\u3041' && c <= '\u30fe') {
            return japanese ? 0.8 : -1;
        }
        var hanzi = c >= '\u4e00' && c <= '\u9fff';
        return hanzi && (japanese || common.equals(HANZI) || common.equals(HANZI_TRADITIONAL)) ? 0.4 : -1;
    }

    private static boolean isAsciiLetter(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) < 0x80 && Character.isLetter(text.charAt(at));
    }

    /** Latin words have hardly ever three such letters in a row. */
    private static boolean isForeignRun(String text, int at) {
        return at >= 2 && text.charAt(at - 1) >= 0x80 && text.charAt(at - 2) >= 0x80;
    }
}
