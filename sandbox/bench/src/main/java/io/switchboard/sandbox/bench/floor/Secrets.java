package io.switchboard.sandbox.bench.floor;

import io.switchboard.sandbox.bench.Merchant;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The key of each connection, by its name in the hook's address. */
final class Secrets {

    private static final String ALGORITHM = "HmacSHA256";

    private final Map<String, SecretKeySpec> keys = new HashMap<>();

    /** Setting a key up costs more than proving a body, so each stays with its thread. */
    private final ThreadLocal<Map<String, Mac>> keyed = ThreadLocal.withInitial(HashMap::new);

    private Secrets() {}

    /** @param merchants numbered from 0 */
    static Secrets of(int merchants) {
        var secrets = new Secrets();
        for (var number = 0; number < merchants; number++) {
            var merchant = new Merchant(number);
            var key = new SecretKeySpec(merchant.secret("app_secret").getBytes(StandardCharsets.UTF_8), ALGORITHM);
            for (var connector : new String[] {"whatsapp", "shopify", "email"}) {
                secrets.keys.put(merchant.connection(connector), key);
            }
        }
        return secrets;
    }

    /** Ready for a body; for this thread only. Null when there is no such connection. */
    @Nullable
    Mac mac(String connection) {
        var known = keyed.get().get(connection);
        if (known != null) {
            return known;
        }
        var key = keys.get(connection);
        if (key == null) {
            return null;
        }
        var mac = mac(key);
        keyed.get().put(connection, mac);
        return mac;
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, missing);
        }
    }
}
