package io.truenorth.endtoend;

import static org.awaitility.Awaitility.await;

import io.truenorth.deployment.Deployment;
import io.truenorth.producer.TouchpointProducer;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Sends touchpoints one after the other, each acknowledged, until it is stopped. */
final class RunningTouchpoints implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RecordSerdes serdes;
    private final Thread thread;
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean stopped;

    RunningTouchpoints(Deployment deployment, LiveTouchpoints touchpoints, int customers) {
        serdes = deployment.registry().serdes();
        thread = new Thread(() -> send(deployment, touchpoints, customers), "running-touchpoints");
        thread.start();
    }

    static TouchpointProducer producer(Deployment deployment, RecordSerdes serdes) {
        return TouchpointProducer.on(
                deployment.kafka().client("test-touchpoints", Map.of()),
                serdes,
                deployment.topics().topic(Topics.TOUCHPOINTS));
    }

    private void send(Deployment deployment, LiveTouchpoints touchpoints, int customers) {
        try (TouchpointProducer producer = producer(deployment, serdes)) {
            while (!stopped) {
                producer.send(touchpoints.current(customers));
                producer.flush();
                sent.incrementAndGet();
            }
        }
    }

    long sent() {
        return sent.get();
    }

    void awaitSent(long count) {
        await("touchpoints are sent").atMost(PATIENCE).until(() -> sent.get() >= count);
    }

    /** Returns once the last one is acknowledged. */
    void stop() throws InterruptedException {
        stopped = true;
        thread.join();
    }

    @Override
    public void close() throws InterruptedException, IOException {
        stop();
        serdes.registry().close();
    }
}
