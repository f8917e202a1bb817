package io.switchboard.gateway.intake;

import java.util.Optional;
import java.util.regex.Pattern;

/** The two names in {@code /hooks/<connector>/<connection>}. */
record HookAddress(String connector, String connection) {

    private static final Pattern PATH = Pattern.compile("/hooks/([a-z0-9-]{1,63})/([A-Za-z0-9._-]{1,100})");

    static Optional<HookAddress> parse(String path) {
        var matcher = PATH.matcher(path);
        return matcher.matches() ? Optional.of(new HookAddress(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
