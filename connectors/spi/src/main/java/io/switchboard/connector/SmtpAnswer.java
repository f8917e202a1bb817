package io.switchboard.connector;

/**
 * The server's last word.
 *
 * @param code RFC 5321 reply code: 2xx taken, 4xx later, 5xx never
 * @param enhancedCode RFC 3463 status such as {@code 5.1.1}, or empty
 */
public record SmtpAnswer(int code, String enhancedCode) {

    public boolean isAccepted() {
        return code / 100 == 2;
    }

    public boolean isTransient() {
        return code / 100 == 4;
    }
}
