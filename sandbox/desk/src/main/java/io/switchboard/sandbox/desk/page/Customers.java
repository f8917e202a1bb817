package io.switchboard.sandbox.desk.page;

import java.io.IOException;

/**
 * The sandbox's customers, who write when somebody presses a button: through the simulated platforms, over the same signed
 * hooks that real ones call. Each method returns when the platform got its answer.
 */
public interface Customers {

    /** @throws IOException when the gateway did not accept the platform's call */
    void whatsAppMessage(String text) throws IOException;

    /** @throws IOException when the gateway did not accept the mail */
    void email(String subject, String text) throws IOException;

    /**
     * Somebody places an order in the shop.
     *
     * @throws IOException when the gateway did not accept the shop's call
     */
    void shopifyOrder() throws IOException;
}
