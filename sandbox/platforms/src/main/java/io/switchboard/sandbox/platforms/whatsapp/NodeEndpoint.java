package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.switchboard.sandbox.platforms.wire.Endpoint;
import io.switchboard.sandbox.platforms.wire.Json;
import java.net.URI;

/** {@code GET /{version}/{id}}: what is known of a media file, or of the business number itself. */
final class NodeEndpoint implements Endpoint {

    private final WhatsAppNumber number;
    private final AccessCheck access;
    private final MediaStore media;
    private final MetaIds ids;

    NodeEndpoint(WhatsAppNumber number, AccessCheck access, MediaStore media, MetaIds ids) {
        this.number = number;
        this.access = access;
        this.media = media;
        this.ids = ids;
    }

    @Override
    public ResponseDefinitionBuilder answer(Request request) {
        if (!access.passes(request)) {
            return GraphError.documented(190).response(ids.trace());
        }
        var url = URI.create(request.getAbsoluteUrl());
        var id = url.getPath().replaceFirst("^/v[^/]+/", "");
        if (id.equals(number.phoneNumberId())) {
            return GraphAnswer.json(200, aboutNumber());
        }
        return media.find(id)
                .map(file -> GraphAnswer.json(200, about(file, url.resolve("/"))))
                .orElseGet(() -> GraphError.unknownObject("get", id).response(ids.trace()));
    }

    private ObjectNode about(StoredMedia file, URI base) {
        var address = media.address(URI.create(base.toString().replaceFirst("/$", "")), file);
        return Json.object()
                .put("messaging_product", "whatsapp")
                .put("url", address)
                .put("mime_type", file.mimeType())
                .put("sha256", file.sha256Hex())
                .put("file_size", file.size())
                .put("id", file.id());
    }

    private ObjectNode aboutNumber() {
        return Json.object()
                .put("verified_name", "Demo Shop")
                .put("code_verification_status", "VERIFIED")
                .put("display_phone_number", number.displayNumber())
                .put("quality_rating", "GREEN")
                .put("platform_type", "CLOUD_API")
                .put("id", number.phoneNumberId());
    }
}
