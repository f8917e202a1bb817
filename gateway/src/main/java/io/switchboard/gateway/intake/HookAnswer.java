package io.switchboard.gateway.intake;

import io.switchboard.connector.Acknowledgement;
import io.switchboard.connector.Body;
import io.switchboard.connector.ChallengeReply;
import java.util.Map;

/** What goes back to the platform. */
record HookAnswer(int status, String contentType, Body body, Map<String, String> headers) {

    static HookAnswer of(Acknowledgement answer) {
        return new HookAnswer(answer.status(), answer.contentType(), Body.ofText(answer.body()), Map.of());
    }

    static HookAnswer of(ChallengeReply answer) {
        return new HookAnswer(answer.status(), answer.contentType(), Body.ofText(answer.body()), Map.of());
    }

    static HookAnswer of(Problem problem) {
        return new HookAnswer(
                problem.status(), "application/problem+json", Body.ofText(problem.json()), problem.headers());
    }
}
