package io.switchboard.sandbox.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private final Answer answer = new Answer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\ncontent-length: 2\r\n\r\n{}",
                "HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "HTTP/1.1 202\r\nContent-Length: 0\r\n\r\n",
            })
    void is_whole_with_its_last_byte_and_not_before(String text) throws IOException {
        for (var at = 0; at < text.length() - 1; at++) {
            add(text.substring(at, at + 1));
            assertThat(answer.isWhole()).as("after " + (at + 1) + " bytes").isFalse();
        }
        add(text.substring(text.length() - 1));

        assertThat(answer.isWhole()).isTrue();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.closes()).isFalse();
    }

    @Test
    void without_a_length_ends_with_its_connection() throws IOException {
        add("HTTP/1.1 400 Bad Request\r\n\r\nwhat?");

        assertThat(answer.isWhole()).isFalse();
        assertThat(answer.isWholeAtEnd()).isTrue();
        assertThat(answer.closes()).isTrue();
    }

    @Test
    void tells_that_the_server_closes() throws IOException {
        add("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer.isWhole()).isTrue();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.closes()).isTrue();
    }

    @Test
    void the_next_one_begins_afresh() throws IOException {
        add("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 3\r\n\r\nno!");
        assertThat(answer.isWhole()).isTrue();

        answer.clear();
        add("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer.isWhole()).isTrue();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.closes()).isFalse();
    }

    @Test
    void anything_else_is_no_answer() throws IOException {
        add("SSH-2.0-OpenSSH\r\n\r\n");

        assertThatThrownBy(answer::isWhole).isInstanceOf(IOException.class);
    }

    private void add(String text) throws IOException {
        answer.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
