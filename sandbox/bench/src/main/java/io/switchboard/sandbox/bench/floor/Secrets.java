package io.switchboard.sandbox.bench.floor;

import io.switchboard.sandbox.bench.Merchant;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The key of each connection, by its name in the hook's address. */
final class Secrets {

    static final String ALGORITHM = "HmacSHA256";

    private final Map<String, SecretKeySpec> byConnection = new HashMap<>();

    private Secrets() {}

    /** @param merchants numbered from 0 */
    static Secrets of(int merchants) {
        var secrets = new Secrets();
        for (var number = 0; number < merchants; number++) {
            var merchant = new Merchant(number);
            var key = new SecretKeySpec(merchant.secret("app_secret").getBytes(StandardCharsets.UTF_8), ALGORITHM);
            for (var connector : new String[] {"whatsapp", "shopify", "email"}) {
                secrets.byConnection.put(merchant.connection(connector), key);
            }
        }
        return secrets;
    }

    @Nullable SecretKeySpec find(String connection) {
        return byConnection.get(connection);
    }
}
