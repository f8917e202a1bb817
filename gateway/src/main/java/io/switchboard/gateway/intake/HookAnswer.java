package io.switchboard.gateway.intake;

import io.switchboard.connector.Acknowledgement;
import io.switchboard.connector.ChallengeReply;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes back to the platform. */
record HookAnswer(int status, String contentType, byte[] body, Map<String, String> headers) {

    static HookAnswer of(Acknowledgement answer) {
        return new HookAnswer(answer.status(), answer.contentType(), bytes(answer.body()), Map.of());
    }

    static HookAnswer of(ChallengeReply answer) {
        return new HookAnswer(answer.status(), answer.contentType(), bytes(answer.body()), Map.of());
    }

    static HookAnswer of(Problem problem) {
        return new HookAnswer(problem.status(), "application/problem+json", problem.json(), problem.headers());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
