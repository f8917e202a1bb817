package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.Part;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.payload.Payload;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a customer chose from buttons or a list, or filled into a form. */
final class InteractiveReply {

    private InteractiveReply() {}

    static Part read(Payload interactive) {
        var type = Words.of(interactive, "type").orElse("unknown");
        return switch (type) {
            case "button_reply", "list_reply" -> choice(interactive.require(type));
            case "nfm_reply" -> form(interactive.require(type));
            default -> new Part.Unsupported("interactive " + type, "not a type this connector knows");
        };
    }

    private static Part choice(Payload reply) {
        var title = reply.requireText("title");
        return new Part.Postback(title, reply.text("id").orElse(title));
    }

    private static Part form(Payload reply) {
        var answers = new LinkedHashMap<String, String>();
        reply.text("response_json").ifPresent(json -> answers(json, answers));
        return new Part.FormResponse(Words.of(reply, "name").orElse("form"), answers, Words.of(reply, "body"));
    }

    /** The answers are a JSON text inside the JSON; one that is none is kept as it came. */
    private static void answers(String json, Map<String, String> answers) {
        try {
            flatten("", Payload.read(json), answers);
        } catch (MalformedDeliveryException notJson) {
            answers.clear();
            answers.put("response_json", json);
        }
    }

    private static void flatten(String name, Payload answer, Map<String, String> answers) {
        if (answer.isObject()) {
            answer.fieldNames()
                    .forEach(field -> answer.get(field)
                            .ifPresent(child -> flatten(name.isEmpty() ? field : name + "." + field, child, answers)));
        } else if (answer.isArray()) {
            var elements = answer.elements();
            for (var i = 0; i < elements.size(); i++) {
                flatten(name + "[" + i + "]", elements.get(i), answers);
            }
        } else {
            answers.put(name, answer.asText());
        }
    }
}
