package io.switchboard.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HmacSha256Test {

    private static final Body BODY = Body.ofText("what do ya want for nothing?");
    private static final Secret JEFE = Secret.of("Jefe");
    private static final byte[] MAC =
            HexFormat.of().parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");

    /** RFC 4231 §4.3. */
    @Test
    void agrees_with_the_test_vector() {
        assertThat(HmacSha256.of(JEFE, BODY.bytes())).isEqualTo(MAC);
    }

    @Test
    void believes_any_of_the_accepted_secrets() {
        var others = List.of(Secret.of("a"), JEFE, Secret.of("b"));

        assertThat(HmacSha256.verify(others, BODY, MAC)).isEqualTo(Verification.AUTHENTIC);
        assertThat(HmacSha256.verify(List.of(Secret.of("a")), BODY, MAC))
                .isEqualTo(Verification.rejected(Verification.Reason.WRONG_SIGNATURE));
        assertThat(HmacSha256.verify(List.of(), BODY, MAC))
                .isEqualTo(Verification.rejected(Verification.Reason.NO_SECRET));
        assertThat(HmacSha256.verify(List.of(JEFE), BODY, new byte[0]))
                .isEqualTo(Verification.rejected(Verification.Reason.WRONG_SIGNATURE));
    }

    @Test
    void prints_no_secret() {
        var secrets = Secrets.of(Map.of("app", List.of(JEFE)));

        assertThat(JEFE).hasToString("***");
        assertThat(secrets).hasToString("Secrets[app]");
        assertThat(secrets.current("app")).contains(JEFE);
        assertThat(secrets.accepted("other")).isEmpty();
    }
}
