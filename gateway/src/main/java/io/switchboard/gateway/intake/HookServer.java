package io.switchboard.gateway.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.AbstractNioChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The server for hooks alone, on Netty: it costs little more than half of what the web server does for the same delivery. Starts
 * last and stops first, in good order: not ready, answer on for a while and say goodbye with each answer, close the door, wait
 * for what is under way.
 */
@Component
@SuppressWarnings("FutureReturnValueIgnored") // What fails closes the connection, and that is told to its handler.
class HookServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(HookServer.class);
    private static final int LONGEST_LINE = 4096;
    private static final int LONGEST_HEADER = 16_384;
    private static final int CHUNK = 64 * 1024;
    private static final int WAITING_AT_THE_DOOR = 1024;
    private static final int TAKEN_AT_ONCE = 16;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(8);

    private final HookEdge edge;
    private final Draining draining;
    private final EdgeProperties properties;
    private final DateField date;
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private Optional<Running> running = Optional.empty();
    private boolean started;

    HookServer(HookEdge edge, Draining draining, EdgeProperties properties, Clock clock, MeterRegistry meters) {
        this.edge = edge;
        this.draining = draining;
        this.properties = properties;
        this.date = new DateField(clock);
        meters.gauge("switchboard.edge.connections", channels, ChannelGroup::size);
    }

    private record Running(Channel door, EventLoopGroup loops) {}

    /** Where it listens; empty when it does not. */
    Optional<InetSocketAddress> address() {
        return running.map(r -> (InetSocketAddress) r.door().localAddress());
    }

    @Override
    public void start() {
        started = true;
        if (properties.port() >= 0) {
            open();
        }
    }

    @Override
    public void stop() {
        var stopped = new CountDownLatch(1);
        stop(stopped::countDown);
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop(Runnable stopped) {
        draining.begin();
        Thread.ofPlatform().name("hook-drain").start(() -> {
            try {
                drain();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } finally {
                stopped.run();
            }
        });
    }

    private void open() {
        var threads = properties.threads() > 0
                ? properties.threads()
                : Runtime.getRuntime().availableProcessors();
        var loops = new NioEventLoopGroup(threads, new DefaultThreadFactory("hooks", true));
        var door = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, WAITING_AT_THE_DOOR)
                .option(
                        ChannelOption.RCVBUF_ALLOCATOR,
                        new ServerChannelRecvByteBufAllocator().maxMessagesPerRead(TAKEN_AT_ONCE))
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new Connections())
                .bind(properties.address(), properties.port())
                .syncUninterruptibly()
                .channel();
        running = Optional.of(new Running(door, loops));
        loops.next().scheduleAtFixedRate(this::lookAtAll, 1, 1, TimeUnit.SECONDS);
        log.atInfo()
                .addKeyValue("port", address().map(InetSocketAddress::getPort).orElseThrow())
                .log("hook server started");
    }

    private void drain() throws InterruptedException {
        // For those who have not noticed yet that we are not ready.
        Thread.sleep(draining.leftOf(properties.drain()));
        started = false;
        if (running.isEmpty()) {
            return;
        }
        var loops = running.get().loops();
        close(running.get().door());
        for (var loop : loops) {
            // Whoever came in last is known to all by then.
            loop.submit(() -> {}).await();
        }
        running = Optional.empty();
        var deadline = System.nanoTime() + LAST_ANSWERS.toNanos();
        do {
            channels.forEach(HookServer::closeIfDone);
        } while (!channels.newCloseFuture().await(50) && System.nanoTime() < deadline);
        channels.close().await();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    }

    /** Lets in who stands before it: a connection that is made and not taken yet would be reset, in the middle of a request. */
    private static void close(Channel door) throws InterruptedException {
        door.eventLoop()
                .submit(() -> {
                    for (var taken = 0; taken < WAITING_AT_THE_DOOR; taken += TAKEN_AT_ONCE) {
                        ((AbstractNioChannel.NioUnsafe) door.unsafe()).read();
                    }
                    door.close();
                })
                .await();
        door.closeFuture().await();
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void lookAtAll() {
        var now = System.nanoTime();
        for (var channel : channels) {
            var context = channel.pipeline().context(HookChannel.class);
            if (context != null) {
                context.executor().execute(() -> ((HookChannel) context.handler()).look(context, now));
            }
        }
    }

    private static void closeIfDone(Channel channel) {
        var context = channel.pipeline().context(HookChannel.class);
        if (context != null) {
            context.executor().execute(() -> {
                if (((HookChannel) context.handler()).mayClose(System.nanoTime())) {
                    context.close();
                }
            });
        }
    }

    private final class Connections extends ChannelInitializer<SocketChannel> {

        @Override
        protected void initChannel(SocketChannel channel) {
            if (channels.size() >= properties.connections()) {
                channel.close();
                return;
            }
            channels.add(channel);
            channel.pipeline()
                    .addLast(
                            new HttpServerCodec(LONGEST_LINE, LONGEST_HEADER, CHUNK),
                            new HookChannel(edge, draining, properties, date));
        }
    }
}
