package io.switchboard.connector.email.bench;

import java.text.Normalizer;

/** One of the mail readers that are compared. */
interface MailParser {

    String name();

    /** Reads the mail whole: header, texts and the bytes of its files. */
    Facts read(byte[] mail) throws Exception;

    /**
     * What readers can be compared by.
     *
     * @param from address of the first mailbox in From, as written; empty without one
     * @param name its display name
     * @param files how many parts are files rather than the text
     */
    record Facts(String subject, String from, String name, int files) {

        /** White space and composition of characters are nobody's fault. */
        Facts normalized() {
            return new Facts(plain(subject), plain(from), plain(name), files);
        }

        private static String plain(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFC)
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }
}
