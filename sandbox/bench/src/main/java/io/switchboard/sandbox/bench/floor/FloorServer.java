package io.switchboard.sandbox.bench.floor;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A process of its own: {@code --kafka <host:port> --topic <existing topic> --merchants <count> --port <number, 0 for a free one>}. Prints
 * one line when it serves: {@code floor ready 127.0.0.1:<port>}.
 */
public final class FloorServer implements AutoCloseable {

    private static final int LARGEST_BODY = 4 << 20;

    private final EventLoopGroup accepting = new NioEventLoopGroup(1);
    private final EventLoopGroup serving = new NioEventLoopGroup(2);
    private final KafkaProducer<byte[], byte[]> producer;
    private final Channel listening;

    private FloorServer(String bootstrapServers, String topic, Secrets secrets, int port) {
        producer =
                new KafkaProducer<>(settings(bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
        listening = new ServerBootstrap()
                .group(accepting, serving)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(LARGEST_BODY))
                                .addLast(new FloorHandler(producer, topic, secrets));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .syncUninterruptibly()
                .channel();
    }

    public static void main(String[] arguments) {
        var options = new HashMap<String, String>();
        for (var i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        var floor = start(
                option(options, "--kafka"),
                option(options, "--topic"),
                Integer.parseInt(option(options, "--merchants")),
                Integer.parseInt(options.getOrDefault("--port", "0")));
        Runtime.getRuntime().addShutdownHook(new Thread(floor::close, "floor-stop"));
        System.out.println("floor ready 127.0.0.1:" + floor.port());
    }

    /** @param merchants numbered from 0 */
    static FloorServer start(String bootstrapServers, String topic, int merchants, int port) {
        return new FloorServer(bootstrapServers, topic, Secrets.of(merchants), port);
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        producer.close();
        serving.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        accepting.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** Those of the gateway's journal. */
    private static Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "floor",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                3,
                ProducerConfig.BATCH_SIZE_CONFIG,
                64 * 1024,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                2_500,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                2_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                1_000);
    }

    private static String option(Map<String, String> options, String name) {
        var value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
