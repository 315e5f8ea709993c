package io.truenorth.benchmarks.gateway;

import io.truenorth.benchmarks.harness.Latencies;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sends requests to a server over several connections for a duration. */
final class LoadGenerator {
    private static final int NO_LIMIT = 0;

    private final int port;
    private final Requests requests;
    private final int connections;

    LoadGenerator(int port, Requests requests, int connections) {
        this.port = port;
        this.requests = requests;
        this.connections = connections;
    }

    /** As fast as the server responds. */
    Latencies unthrottled(Duration duration) throws IOException, InterruptedException, ExecutionException {
        return load(duration, NO_LIMIT);
    }

    /**
     * At a fixed rate, even if the server falls behind; queueing counts as latency.
     *
     * @param eventsPerSecond over all connections
     */
    Latencies atRate(Duration duration, double eventsPerSecond)
            throws IOException, InterruptedException, ExecutionException {
        return load(duration, (long) (1e9 * requests.events() * connections / eventsPerSecond));
    }

    private Latencies load(Duration duration, long nanosBetween)
            throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long start = System.nanoTime();
        List<Future<Latencies>> running = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int first = i * 7919;
            long begin = start + nanosBetween * i / connections;
            running.add(threads.submit(() -> exchange(first, begin, start + duration.toNanos(), nanosBetween)));
        }
        Latencies all = new Latencies();
        for (Future<Latencies> one : running) {
            all.add(one.get());
        }
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        return all;
    }

    private Latencies exchange(int first, long begin, long end, long nanosBetween) throws IOException {
        Latencies latencies = new Latencies();
        try (Connection connection = new Connection(port)) {
            long due = begin;
            for (int number = first; System.nanoTime() < end; number++) {
                if (nanosBetween == NO_LIMIT) {
                    due = System.nanoTime();
                }
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                connection.exchange(requests.get(number));
                latencies.took(System.nanoTime() - due);
                due += nanosBetween;
            }
        }
        return latencies;
    }
}
