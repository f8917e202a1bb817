package io.switchboard.gateway.oauth;

import java.io.IOException;

/** The platform gives no token any more, until the merchant connects again. */
public final class TokenRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    TokenRefusedException(String message) {
        super(message);
    }
}
