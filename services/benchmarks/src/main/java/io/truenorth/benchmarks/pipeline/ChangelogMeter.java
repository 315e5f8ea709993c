package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.harness.Platform;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;

/**
 * Bytes written to an application's changelogs: the growth of their logs, observed twice a second on its own thread, so
 * that compaction in between hardly matters.
 */
final class ChangelogMeter implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Platform platform;
    private final String applicationId;
    private final Map<TopicPartition, Long> sizes = new HashMap<>();
    private final Thread thread = new Thread(this::observe, "changelog-meter");
    private long written;

    ChangelogMeter(Platform platform, String applicationId) {
        this.platform = platform;
        this.applicationId = applicationId;
        thread.setDaemon(true);
        thread.start();
    }

    /** Looks at once, and returns the bytes so far. */
    synchronized long written() throws InterruptedException, ExecutionException {
        platform.changelogSizes(applicationId).forEach((partition, size) -> {
            Long before = sizes.put(partition, size);
            written += Math.max(0, size - (before == null ? 0 : before));
        });
        return written;
    }

    private void observe() {
        try {
            while (true) {
                Thread.sleep(INTERVAL.toMillis());
                written();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not tell the size of its logs", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
