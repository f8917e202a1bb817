package io.switchboard.connector;

/**
 * The server's last word.
 *
 * @param code RFC 5321 reply code: 2xx taken, 4xx later, 5xx never
 * @param enhancedCode RFC 3463 status such as {@code 5.1.1}, or empty
 * @param text what else its first line says; servers name the mail they took there. May name people, so it is never logged
 */
public record SmtpAnswer(int code, String enhancedCode, String text) {

    public SmtpAnswer(int code, String enhancedCode) {
        this(code, enhancedCode, "");
    }

    public boolean isAccepted() {
        return code / 100 == 2;
    }

    public boolean isTransient() {
        return code / 100 == 4;
    }

    @Override
    public String toString() {
        return "SmtpAnswer[" + code + (enhancedCode.isEmpty() ? "" : " " + enhancedCode) + "]";
    }
}
