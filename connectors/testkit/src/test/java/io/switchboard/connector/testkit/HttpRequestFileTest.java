package io.switchboard.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.connector.Delivery;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestFileTest {

    @Test
    void reads_request_line_headers_and_body() {
        var delivery = parse("POST /hooks/x/y?a=b HTTP/1.1\r\nX-One: 1\r\nx-one:2\r\nContent-Length: 3\r\n\r\n{}\n");

        assertThat(delivery.method()).isEqualTo("POST");
        assertThat(delivery.target()).isEqualTo("/hooks/x/y?a=b");
        assertThat(delivery.headers().all("X-ONE")).containsExactly("1", "2");
        assertThat(delivery.body().asText()).isEqualTo("{}\n");
        assertThat(delivery.receivedAt()).isEqualTo(HttpRequestFile.RECEIVED_AT);
    }

    @Test
    void takes_line_feeds_for_line_ends_and_leaves_the_body_alone() {
        var delivery = parse("SMTP /mail HTTP/1.1\nA: b\n\nSubject: x\r\n\r\nhello\r\n");

        assertThat(delivery.headers().first("a")).contains("b");
        assertThat(delivery.body().asText()).isEqualTo("Subject: x\r\n\r\nhello\r\n");
    }

    @Test
    void keeps_bytes_that_are_no_text() {
        var request = "POST / HTTP/1.1\r\n\r\n\u00e9".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(HttpRequestFile.parse(request).body().bytes()).containsExactly(0xe9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "POST / HTTP/1.1\r\n",
                "\r\n",
                "POST /\r\n\r\n",
                "POST / HTTP/1.1\r\nno colon\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n{}"
            })
    void refuses_what_is_no_request(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Delivery parse(String text) {
        return HttpRequestFile.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
