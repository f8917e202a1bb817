package io.switchboard.sandbox.platforms.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.switchboard.sandbox.platforms.wire.Endpoint;

/** The bytes behind a media address; 401 without the token, 404 when the address is old or was changed. */
final class DownloadEndpoint implements Endpoint {

    private final AccessCheck access;
    private final MediaStore media;

    DownloadEndpoint(AccessCheck access, MediaStore media) {
        this.access = access;
        this.media = media;
    }

    @Override
    public ResponseDefinitionBuilder answer(Request request) {
        if (!access.passes(request)) {
            return aResponse().withStatus(401);
        }
        return media.behind(request)
                .map(file -> aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", file.mimeType())
                        .withBody(file.bytes()))
                .orElseGet(() -> aResponse().withStatus(404));
    }
}
