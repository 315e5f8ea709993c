package io.truenorth.benchmarks.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many clients of the live events: idle ones, read on one thread, and stalled ones that never read. */
final class SseClients implements AutoCloseable {
    private static final int SMALL_BUFFER = 4096;

    private final InetSocketAddress address;
    private final Selector selector;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final Thread reading = new Thread(this::read, "sse-clients");
    private volatile boolean closing;

    SseClients(URI dashboard) throws IOException {
        this.address = new InetSocketAddress(dashboard.getHost(), dashboard.getPort());
        this.selector = Selector.open();
        reading.setDaemon(true);
        reading.start();
    }

    /** Adds idle clients. */
    void addIdle(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            SocketChannel channel = connected();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            selector.wakeup();
        }
    }

    /** Adds stalled clients. */
    void addStalled(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            connected();
        }
    }

    private SocketChannel connected() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channels.add(channel);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
        channel.connect(address);
        channel.write(ByteBuffer.wrap(
                "GET /v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try {
            while (!closing) {
                selector.select(key -> drain(key, buffer), 1000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void drain(SelectionKey key, ByteBuffer buffer) {
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                key.cancel();
            }
        } catch (IOException e) {
            key.cancel();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        closing = true;
        selector.wakeup();
        reading.join();
        selector.close();
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
