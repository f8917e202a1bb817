package io.switchboard.sandbox.platforms.whatsapp;

/**
 * What the business and the platform share.
 *
 * @param appSecret signs deliveries
 * @param verifyToken is sent in the handshake
 * @param accessToken is demanded of every API call
 */
public record WhatsAppSecrets(String appSecret, String verifyToken, String accessToken) {

    public static WhatsAppSecrets sandbox() {
        return new WhatsAppSecrets(
                "sandbox-whatsapp-secret", "sandbox-whatsapp-token", "sandbox-whatsapp-access-token");
    }

    @Override
    public String toString() {
        return "WhatsAppSecrets[***]";
    }
}
