package io.switchboard.sandbox.platforms.whatsapp;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.switchboard.sandbox.platforms.wire.Endpoint;
import io.switchboard.sandbox.platforms.wire.Json;
import java.util.Optional;

/** {@code POST /{version}/{phone-number-id}/media}: multipart with {@code messaging_product}, {@code type}, {@code file}. */
final class UploadEndpoint implements Endpoint {

    private final AccessCheck access;
    private final MediaStore media;
    private final MetaIds ids;

    UploadEndpoint(AccessCheck access, MediaStore media, MetaIds ids) {
        this.access = access;
        this.media = media;
        this.ids = ids;
    }

    @Override
    public ResponseDefinitionBuilder answer(Request request) {
        if (!access.passes(request)) {
            return GraphError.documented(190).response(ids.trace());
        }
        for (var name : new String[] {"messaging_product", "type", "file"}) {
            if (part(request, name).isEmpty()) {
                return GraphError.parameter("The parameter %s is required.".formatted(name), "Parameter is missing.")
                        .response(ids.trace());
            }
        }
        var type = part(request, "type").orElseThrow().getBody().asString();
        var file = media.add(type, part(request, "file").orElseThrow().getBody().asBytes());
        return GraphAnswer.json(200, Json.object().put("id", file.id()));
    }

    private static Optional<Request.Part> part(Request request, String name) {
        return request.isMultipart() ? Optional.ofNullable(request.getPart(name)) : Optional.empty();
    }
}
