package io.switchboard.sandbox.platforms.mail;

import io.switchboard.sandbox.platforms.wire.HookAnswer;
import io.switchboard.sandbox.platforms.wire.HookClient;
import io.switchboard.sandbox.platforms.wire.HookRequest;
import java.net.URI;
import java.util.Map;

/** Posts raw messages to a webhook: {@code Content-Type: message/rfc822}, the token as Bearer. */
public final class MailHookCaller {

    private final URI hook;
    private final String token;
    private final HookClient client;

    MailHookCaller(URI hook, String token, HookClient client) {
        this.hook = hook;
        this.token = token;
        this.client = client;
    }

    public HookAnswer post(RawMail mail) {
        return client.post(request(mail));
    }

    /** For deliveries that were changed. */
    public HookAnswer post(HookRequest request) {
        return client.post(request);
    }

    public HookRequest request(RawMail mail) {
        var headers = Map.of("Content-Type", "message/rfc822", "Authorization", "Bearer " + token);
        return new HookRequest(hook, headers, mail.bytes());
    }
}
