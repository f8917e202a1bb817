package io.switchboard.sandbox.desk.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live connection of an open page. */
@Controller
final class LiveController {

    private final LiveUpdates updates;

    LiveController(LiveUpdates updates) {
        this.updates = updates;
    }

    @GetMapping(path = "/desk/live", produces = "text/event-stream")
    SseEmitter live() {
        return updates.connect();
    }
}
