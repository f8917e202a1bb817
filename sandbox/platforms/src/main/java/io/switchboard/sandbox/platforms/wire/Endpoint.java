package io.switchboard.sandbox.platforms.wire;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;

/** One operation of a platform's API: from the request as it came to the answer, which may be a fault of the socket. */
@FunctionalInterface
public interface Endpoint {

    ResponseDefinitionBuilder answer(Request request);
}
