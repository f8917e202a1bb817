package io.switchboard.sandbox.bench.load;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as a test tells it to, on one thread. */
final class TinyServer implements AutoCloseable {

    /** What to do with the n-th request, from 1. */
    interface Behaviour {
        Reply to(int number, String body);
    }

    /**
     * @param status 0 closes the connection instead
     * @param afterMillis the answer waits that long; the server serves others meanwhile
     * @param before runs just before the answer
     */
    record Reply(int status, int afterMillis, Runnable before) {
        static final Reply OK = new Reply(200, 0);
        static final Reply CLOSE = new Reply(0, 0);
        static final Reply NEVER = new Reply(-1, 0);

        Reply(int status, int afterMillis) {
            this(status, afterMillis, () -> {});
        }
    }

    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger connections = new AtomicInteger();
    private final EventLoopGroup group = new NioEventLoopGroup(1);
    private final Channel listening;
    private final Behaviour behaviour;

    TinyServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        this.listening = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connections.incrementAndGet();
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20), new Handler());
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) listening.localAddress()).getPort());
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    // A connection that broke is seen by the one who waits at its other end.
    @SuppressWarnings("FutureReturnValueIgnored")
    private final class Handler extends SimpleChannelInboundHandler<FullHttpRequest> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            var reply =
                    behaviour.to(requests.incrementAndGet(), request.content().toString(StandardCharsets.UTF_8));
            if (reply.status() == 0) {
                context.close();
            } else if (reply.status() > 0) {
                context.executor().schedule(() -> answer(context, reply), reply.afterMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private void answer(ChannelHandlerContext context, Reply reply) {
            reply.before().run();
            var response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    HttpResponseStatus.valueOf(reply.status()),
                    Unpooled.copiedBuffer("{}", StandardCharsets.US_ASCII));
            response.headers().set("Content-Length", "2");
            context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }
    }
}
