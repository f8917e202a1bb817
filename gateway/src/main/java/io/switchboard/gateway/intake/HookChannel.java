package io.switchboard.gateway.intake;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.switchboard.gateway.intake.HookEdge.Gate;
import io.switchboard.gateway.operations.Wordless;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a sender: one request at a time, pipelined ones wait their turn. Everything happens on the connection's event
 * loop; the journal's answer is handed over to it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What fails closes the connection, and that is told to the handler.
final class HookChannel extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(HookChannel.class);
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final HookEdge edge;
    private final Draining draining;
    private final EdgeProperties properties;
    private final DateField date;
    private final Queue<HttpObject> pipelined = new ArrayDeque<>();
    private Stage stage = new Stage.Idle();
    private long stageBegan = System.nanoTime();
    private boolean hasServed;

    HookChannel(HookEdge edge, Draining draining, EdgeProperties properties, DateField date) {
        this.edge = edge;
        this.draining = draining;
        this.properties = properties;
        this.date = date;
    }

    /** What the connection is waiting for. */
    private sealed interface Stage {

        /** A request. */
        record Idle() implements Stage {}

        /** The rest of its header. */
        record Beginning() implements Stage {}

        /** The rest of its body. */
        record Reading(Incoming incoming) implements Stage {}

        /** The rest of one that was refused already: its sender reads our answer only when it is through. */
        record Skipping() implements Stage {}

        /** Our answer. */
        record Answering() implements Stage {}

        record Closed() implements Stage {}
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof HttpObject http)) {
            ReferenceCountUtil.release(message);
            throw new IllegalStateException("the codec brought something that is no HTTP");
        }
        if (stage instanceof Stage.Answering) {
            pipelined.add(http);
            context.channel().config().setAutoRead(false);
        } else {
            take(context, http);
        }
    }

    /** Bytes came that are no request yet. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (stage instanceof Stage.Idle) {
            become(new Stage.Beginning());
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        giveUp();
        become(new Stage.Closed());
        pipelined.forEach(ReferenceCountUtil::release);
        pipelined.clear();
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (!(failure instanceof IOException)) {
            log.atError()
                    .addKeyValue("cause", failure.getClass().getSimpleName())
                    .setCause(Wordless.of(failure))
                    .log("hook connection failed");
        }
        giveUp();
        context.close();
    }

    /** Called about once a second: closes a connection that keeps us waiting too long. */
    void look(ChannelHandlerContext context, long now) {
        var waited = now - stageBegan;
        switch (stage) {
            case Stage.Idle() -> {
                if (waited > properties.idleFor().toNanos()) {
                    context.close();
                }
            }
            case Stage.Reading(var incoming) -> {
                if (waited > properties.requestWithin().toNanos() + incoming.grace()) {
                    giveUp();
                    refuse(context, Problem.TIMEOUT);
                }
            }
            case Stage.Beginning(), Stage.Skipping() -> {
                if (waited > properties.requestWithin().toNanos()) {
                    context.close();
                }
            }
            case Stage.Answering(), Stage.Closed() -> {}
        }
    }

    /**
     * Whether the connection may be closed without anybody missing an answer: nothing is under way. One that has brought nothing
     * yet is about to: nobody connects for nothing.
     */
    boolean mayClose(long now) {
        return stage instanceof Stage.Closed
                || (stage instanceof Stage.Idle && (hasServed || now - stageBegan > FRESH_NANOS));
    }

    private void take(ChannelHandlerContext context, HttpObject http) {
        try {
            if (http.decoderResult().isFailure()) {
                fail(context, http.decoderResult().cause());
                return;
            }
            if (http instanceof HttpRequest request) {
                begin(context, request);
            }
            if (http instanceof HttpContent content && stage instanceof Stage.Reading(var incoming)) {
                read(context, incoming, content);
            } else if (http instanceof LastHttpContent && stage instanceof Stage.Skipping) {
                // Behind our answer.
                context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
            }
        } finally {
            ReferenceCountUtil.release(http);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        var target = request.uri();
        var question = target.indexOf('?');
        var length = HttpUtil.getContentLength(request, -1L);
        switch (edge.admit(question < 0 ? target : target.substring(0, question), length)) {
            case Gate.Closed(var why) -> refuse(context, why);
            case Gate.Open open -> {
                become(new Stage.Reading(new Incoming(open, request, length)));
                if (HttpUtil.is100ContinueExpected(request)) {
                    context.writeAndFlush(new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
                }
            }
        }
    }

    private void read(ChannelHandlerContext context, Incoming incoming, HttpContent content) {
        if (!incoming.add(content.content())) {
            refuse(context, edge.tooLarge(incoming.gate()));
        } else if (content instanceof LastHttpContent) {
            become(new Stage.Answering());
            incoming.handTo(edge, answer -> context.executor().execute(() -> answer(context, incoming, answer)));
        }
    }

    private void answer(ChannelHandlerContext context, Incoming request, HookAnswer answer) {
        if (stage instanceof Stage.Closed) {
            return;
        }
        var keep = request.keepsAlive() && !draining.hasBegun();
        var written = context.writeAndFlush(response(answer, keep));
        if (!keep) {
            written.addListener(ChannelFutureListener.CLOSE);
            return;
        }
        hasServed = true;
        become(new Stage.Idle());
        while (!pipelined.isEmpty() && !(stage instanceof Stage.Answering)) {
            take(context, pipelined.remove());
        }
        if (pipelined.isEmpty()) {
            context.channel().config().setAutoRead(true);
        }
    }

    /** Refused before its end: what still comes is read and thrown away, or its sender would see a reset and no answer. */
    private void refuse(ChannelHandlerContext context, Problem why) {
        become(new Stage.Skipping());
        context.writeAndFlush(response(HookAnswer.of(why), false));
    }

    private void fail(ChannelHandlerContext context, Throwable why) {
        giveUp();
        var problem = why instanceof TooLongHttpLineException
                ? Problem.URI_TOO_LONG
                : why instanceof TooLongFrameException ? Problem.FIELDS_TOO_LARGE : Problem.BAD_REQUEST;
        become(new Stage.Skipping());
        context.writeAndFlush(response(HookAnswer.of(problem), false)).addListener(ChannelFutureListener.CLOSE);
    }

    private void giveUp() {
        if (stage instanceof Stage.Reading(var incoming)) {
            incoming.giveUp();
        }
    }

    private void become(Stage next) {
        stage = next;
        stageBegan = System.nanoTime();
    }

    private DefaultFullHttpResponse response(HookAnswer answer, boolean keep) {
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()),
                answer.body().size() == 0
                        ? Unpooled.EMPTY_BUFFER
                        : Unpooled.wrappedBuffer(answer.body().bytes()));
        var headers = response.headers();
        headers.set(HttpHeaderNames.DATE, date.now());
        headers.set(HttpHeaderNames.CONTENT_LENGTH, answer.body().size());
        if (answer.body().size() > 0) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, answer.contentType());
        }
        answer.headers().forEach(headers::set);
        if (!keep) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return response;
    }
}
