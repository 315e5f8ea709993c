package io.truenorth.benchmarks.contender;

import io.truenorth.schemas.serde.RecordSerdes;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads with a consumer, a map and a producer each, and with fixed partitions. The map does not survive the process. */
final class LoopContender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopContender.class);

    private final List<LoopWorker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private LoopContender() {}

    static LoopContender start(ContenderConfig config, Ceiling ceiling, Runnable onFailure) {
        if (ceiling.includes(Ceiling.PUBLISH)) {
            StateLog.create(config);
        }
        LoopContender loop = new LoopContender();
        RecordSerdes serdes = config.serdes();
        for (int number = 0; number < ContenderConfig.THREADS; number++) {
            LoopWorker worker = new LoopWorker(config, ceiling, new CustomerMap(config, serdes, ceiling), number);
            Thread thread = new Thread(worker, "loop-" + number);
            thread.setUncaughtExceptionHandler((failed, cause) -> {
                LOG.error("{} failed", failed.getName(), cause);
                onFailure.run();
            });
            loop.workers.add(worker);
            loop.threads.add(thread);
            thread.start();
        }
        return loop;
    }

    @Override
    public void close() throws InterruptedException {
        workers.forEach(LoopWorker::stop);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
