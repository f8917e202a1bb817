package io.switchboard.sandbox.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What the server and the script in the page have agreed on. Without the script every form works by reloading. */
final class Htmx {

    private Htmx() {}

    static boolean asks(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** Makes the browser load the whole page again. */
    static void loadAgain(HttpServletResponse response) {
        response.setHeader("HX-Refresh", "true");
    }

    /** Makes the page look again at once, live connection or not. */
    static void somethingChanged(HttpServletResponse response) {
        response.setHeader("HX-Trigger", "desk-changed");
    }
}
