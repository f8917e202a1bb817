package io.switchboard.sandbox.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.sandbox.bench.Merchant;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriterTest {

    private static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Writer writer = new Writer("0a1b2c3d", 7, Signing.PLATFORM);

    @Test
    void signs_messages_as_meta_does() throws Exception {
        var written = next(Kind.WHATSAPP, 3, 5);

        assertThat(field(written, "x-hub-signature-256"))
                .isEqualTo("sha256=%064x"
                        .formatted(new BigInteger(1, hmac(written, new Merchant(3).secret("app_secret")))));
    }

    @Test
    void signs_orders_as_shopify_does() throws Exception {
        var written = next(Kind.SHOPIFY, 3, 5);

        assertThat(Base64.getDecoder().decode(field(written, "x-shopify-hmac-sha256")))
                .isEqualTo(hmac(written, new Merchant(3).secret("client_secret")));
    }

    @Test
    void shows_the_mail_hook_its_token() {
        assertThat(field(next(Kind.EMAIL, 3, 5), "authorization"))
                .isEqualTo("Bearer " + new Merchant(3).secret("hook_token"));
    }

    @ParameterizedTest
    @EnumSource
    void signs_everything_alike_for_the_floor(Kind kind) throws Exception {
        var forFloor = new Writer("0a1b2c3d", 7, Signing.FLOOR);

        var written = forFloor.write(forFloor.next(kind, new Merchant(3), 5, NOW));

        assertThat(field(written, "x-hub-signature-256"))
                .isEqualTo("sha256=%064x"
                        .formatted(new BigInteger(1, hmac(written, new Merchant(3).secret("app_secret")))));
        assertThat(written.body()).isEqualTo(next(kind, 3, 5).body());
    }

    @ParameterizedTest
    @EnumSource
    void has_a_realistic_size(Kind kind) {
        for (var i = 0; i < 200; i++) {
            var size = next(kind, i, 3 * i).bodySize();

            switch (kind) {
                case WHATSAPP -> assertThat(size).isBetween(500, 800);
                case SHOPIFY -> assertThat(size).isBetween(3_900, 4_400);
                case EMAIL -> assertThat(size).isBetween(15_000, 25_000);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void says_in_the_head_where_it_goes_and_how_long_it_is(Kind kind) {
        var written = next(kind, 12, 5);

        assertThat(written.head())
                .startsWith("POST /hooks/%s/merchant-12-%1$s HTTP/1.1\r\n".formatted(kind.connector()))
                .endsWith("\r\n\r\n");
        assertThat(field(written, "content-length")).isEqualTo(Integer.toString(written.body().length));
    }

    @Test
    void never_gives_two_deliveries_one_native_id() {
        var seen = new HashSet<String>();

        for (var run : new String[] {"00000000", "00000001"}) {
            var another = new Writer(run, 7, Signing.PLATFORM);
            for (var i = 0; i < 1_000; i++) {
                for (var kind : Kind.values()) {
                    var draft = another.next(kind, new Merchant(i % 5), i % 7, NOW);
                    assertThat(seen.add(another.nativeId(draft))).isTrue();
                }
            }
        }
    }

    @Test
    void writes_a_draft_alike_however_often() {
        var draft = writer.next(Kind.SHOPIFY, new Merchant(1), 2, NOW);
        var first = writer.write(draft).request();

        writer.write(writer.next(Kind.EMAIL, new Merchant(2), 2, NOW));

        assertThat(writer.write(draft).request()).isEqualTo(first);
        assertThat(new Writer("0a1b2c3d", 7, Signing.PLATFORM).write(draft).request())
                .isEqualTo(first);
        assertThat(new Writer("0a1b2c3d", 8, Signing.PLATFORM).write(draft).request())
                .isNotEqualTo(first);
    }

    @Test
    void puts_the_message_where_meta_puts_it() throws Exception {
        var written = next(Kind.WHATSAPP, 3, 5);

        var value = JSON.readTree(written.body()).at("/entry/0/changes/0/value");
        assertThat(value.at("/metadata/phone_number_id").asText()).isEqualTo(new Merchant(3).account("whatsapp"));
        assertThat(value.at("/messages/0/id").asText()).isEqualTo(written.nativeId());
        assertThat(value.at("/messages/0/timestamp").asText()).isEqualTo(Long.toString(NOW / 1000));
        assertThat(value.at("/messages/0/from")).isEqualTo(value.at("/contacts/0/wa_id"));
        assertThat(value.at("/messages/0/text/body").asText()).isNotBlank();
    }

    @Test
    void creates_an_order_once_and_updates_it_afterwards() throws Exception {
        var created = next(Kind.SHOPIFY, 3, 5);
        var updated = next(Kind.SHOPIFY, 3, 5);
        var another = next(Kind.SHOPIFY, 3, 6);

        assertThat(field(created, "x-shopify-topic")).isEqualTo("orders/create");
        assertThat(field(updated, "x-shopify-topic")).isEqualTo("orders/updated");
        assertThat(field(another, "x-shopify-topic")).isEqualTo("orders/create");
        assertThat(field(updated, "x-shopify-event-id")).isEqualTo(updated.nativeId());
        var order = JSON.readTree(updated.body());
        assertThat(order.path("id")).isEqualTo(JSON.readTree(created.body()).path("id"));
        assertThat(order.path("id")).isNotEqualTo(JSON.readTree(another.body()).path("id"));
        assertThat(amount(order, "/total_price"))
                .isEqualTo(amount(order, "/line_items/0/price")
                        .add(amount(order, "/line_items/1/price").multiply(BigDecimal.TWO))
                        .add(amount(order, "/shipping_lines/0/price")));
    }

    @Test
    void writes_mails_that_another_reader_understands() throws Exception {
        var written = next(Kind.EMAIL, 3, 5);

        var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(written.body()));

        assertThat(mail.getMessageID()).isEqualTo("<" + written.nativeId() + ">");
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("Customer Care <help@merchant-3.example>");
        assertThat(mail.getHeader("References")).isEqualTo(mail.getHeader("In-Reply-To"));
        assertThat(mail.getSentDate().toInstant()).isEqualTo(Instant.ofEpochMilli(NOW));
        var alternatives = (MimeMultipart) mail.getContent();
        assertThat(alternatives.getCount()).isEqualTo(2);
        assertThat((String) alternatives.getBodyPart(0).getContent()).contains("\r\n> ");
        assertThat((String) alternatives.getBodyPart(1).getContent())
                .contains("<div style=\"margin: 0 0 1em 0\">")
                .doesNotContain("=3D");
        assertThat(new String(written.body(), StandardCharsets.US_ASCII).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(200));
    }

    @ParameterizedTest
    @EnumSource
    void poison_is_signed_and_its_native_id_can_be_found(Kind kind) {
        var written = writer.write(writer.nextPoison(kind, new Merchant(3), 5, NOW));

        assertThat(new String(written.request(), StandardCharsets.US_ASCII)).contains(written.nativeId());
        if (kind == Kind.EMAIL) {
            assertThat(field(written, "content-type")).isEqualTo("text/plain");
        } else {
            assertThatThrownBy(() -> JSON.readTree(written.body())).isInstanceOf(JsonProcessingException.class);
        }
    }

    @Test
    void insists_on_a_run_that_fits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Writer("run-1", 7, Signing.PLATFORM));
    }

    private Written next(Kind kind, int merchant, int thread) {
        return writer.write(writer.next(kind, new Merchant(merchant), thread, NOW));
    }

    private static BigDecimal amount(JsonNode order, String at) {
        return new BigDecimal(order.at(at).asText());
    }

    private static byte[] hmac(Written written, String secret) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(written.body());
    }

    private static String field(Written written, String name) {
        var field = Pattern.compile("(?i)\r\n" + name + ": ([^\r]*)\r\n").matcher(written.head());
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }
}
