package io.switchboard.sandbox.bench.floor;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Verify, append, answer: one per connection. */
final class FloorHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final String SIGNATURE = "x-hub-signature-256";
    private static final String SCHEME = "sha256=";
    private static final HexFormat HEX = HexFormat.of();

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final Secrets secrets;

    FloorHandler(KafkaProducer<byte[], byte[]> producer, String topic, Secrets secrets) {
        this.producer = producer;
        this.topic = topic;
        this.secrets = secrets;
    }

    // What became of it is told to the callback.
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        var connection = request.uri().substring(request.uri().lastIndexOf('/') + 1);
        var mac = secrets.mac(connection);
        if (mac == null) {
            answer(context, HttpResponseStatus.NOT_FOUND);
            return;
        }
        var body = ByteBufUtil.getBytes(request.content());
        if (!isAuthentic(request.headers().get(SIGNATURE), mac.doFinal(body))) {
            answer(context, HttpResponseStatus.UNAUTHORIZED);
            return;
        }
        var kafka = new ProducerRecord<>(topic, connection.getBytes(StandardCharsets.US_ASCII), body);
        try {
            producer.send(
                    kafka,
                    (metadata, failed) -> answer(
                            context, failed == null ? HttpResponseStatus.OK : HttpResponseStatus.SERVICE_UNAVAILABLE));
        } catch (KafkaException notEvenQueued) {
            answer(context, HttpResponseStatus.SERVICE_UNAVAILABLE);
        }
    }

    // Whoever sent what Netty cannot read is not told.
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private static boolean isAuthentic(@Nullable String header, byte[] expected) {
        if (header == null || !header.startsWith(SCHEME)) {
            return false;
        }
        try {
            return MessageDigest.isEqual(HEX.parseHex(header, SCHEME.length(), header.length()), expected);
        } catch (IllegalArgumentException noHex) {
            return false;
        }
    }

    // A sender that is gone cannot be told that it is.
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void answer(ChannelHandlerContext context, HttpResponseStatus status) {
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, "0");
        context.writeAndFlush(response, context.voidPromise());
    }
}
