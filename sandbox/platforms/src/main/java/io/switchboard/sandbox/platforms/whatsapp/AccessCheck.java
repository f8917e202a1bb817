package io.switchboard.sandbox.platforms.whatsapp;

import com.github.tomakehurst.wiremock.http.Request;

/** {@code Authorization: Bearer}, as every call and every media download must carry it. */
final class AccessCheck {

    private final String expected;

    AccessCheck(String accessToken) {
        this.expected = "Bearer " + accessToken;
    }

    boolean passes(Request request) {
        return expected.equals(request.getHeader("Authorization"));
    }
}
