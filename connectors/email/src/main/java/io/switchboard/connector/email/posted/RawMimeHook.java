package io.switchboard.connector.email.posted;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.Acknowledgement;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Verification;
import io.switchboard.connector.email.account.EmailSettings;
import io.switchboard.connector.email.incoming.PostedMail;
import io.switchboard.connector.email.mime.ParameterizedValue;
import io.switchboard.connector.email.text.Repairs;

/** Whoever has a mail and the token posts it as {@code message/rfc822}. */
public final class RawMimeHook implements InboundHook {

    private static final String EXPECTED = "message/rfc822";

    @Override
    public Verification verify(Delivery delivery, Secrets secrets) {
        return HookToken.verify(delivery.headers(), secrets.accepted(EmailSettings.HOOK_TOKEN));
    }

    @Override
    public PostedMail unwrap(Delivery post) {
        var declared = post.headers().first("Content-Type").map(ParameterizedValue::parse);
        if (declared.filter(type -> type.value().equals(EXPECTED)).isEmpty()) {
            var found = declared.map(type -> Repairs.word(type.value())).orElse("missing");
            throw new MalformedDeliveryException("Content-Type is " + found + ", " + EXPECTED + " was expected");
        }
        return PostedMail.of(post);
    }

    /** 202, because the mail is written down and not yet a message. Only platforms insist on 200. */
    @Override
    public Acknowledgement acknowledge(DeliveryId delivery) {
        return new Acknowledgement(202, "application/json", "{\"deliveryId\":\"" + delivery + "\"}");
    }
}
