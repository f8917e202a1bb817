package io.switchboard.gateway.intake;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.switchboard.connector.Body;
import io.switchboard.connector.Headers;
import io.switchboard.gateway.intake.HookEdge.Gate;
import java.util.Arrays;
import java.util.function.Consumer;

/** A request whose body is on its way. Grows with what arrived, never with what was announced. */
final class Incoming {

    private static final int FIRST = 64 * 1024;
    private static final long NANOS_PER_BYTE = 20_000;

    private final Gate.Open gate;
    private final HttpRequest request;
    private byte[] bytes;
    private int size;

    Incoming(Gate.Open gate, HttpRequest request, long length) {
        this.gate = gate;
        this.request = request;
        this.bytes = new byte[(int) Math.min(length < 0 ? FIRST : length, FIRST)];
    }

    Gate.Open gate() {
        return gate;
    }

    /** @return false when it is more than allowed */
    boolean add(ByteBuf content) {
        var more = content.readableBytes();
        if (more > gate.limit() - size) {
            return false;
        }
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(gate.limit(), Math.max(size + more, 2L * bytes.length)));
        }
        content.readBytes(bytes, size, more);
        size += more;
        return true;
    }

    /** What a large body may take longer. */
    long grace() {
        return size * NANOS_PER_BYTE;
    }

    void giveUp() {
        gate.room().close();
    }

    boolean keepsAlive() {
        return HttpUtil.isKeepAlive(request);
    }

    void handTo(HookEdge edge, Consumer<HookAnswer> respond) {
        var body = Body.of(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
        edge.receive(gate, request.method().name(), request.uri(), headers(), body, respond);
    }

    private Headers headers() {
        var headers = new Headers.Builder();
        request.headers()
                .iteratorCharSequence()
                .forEachRemaining(field ->
                        headers.add(field.getKey().toString(), field.getValue().toString()));
        return headers.build();
    }
}
