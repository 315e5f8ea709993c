package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.harness.ParentWatch;
import io.truenorth.service.logging.LogFormat;
import io.truenorth.service.logging.LogLevel;
import io.truenorth.service.logging.Logging;
import io.truenorth.service.logging.LoggingConfig;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The process of one run of one contender. It ends with its standard input, and so with the process that started it. */
public final class ContenderMain {
    private static final int FAILED = 1;

    private ContenderMain() {}

    /** Runs the contender that the first argument names where the others say. */
    public static void main(String[] args) throws Exception {
        Logging.configure(new LoggingConfig(LogFormat.TEXT, LogLevel.WARN));
        Contender contender = Contender.valueOf(args[0]);
        ContenderConfig config = ContenderConfig.of(List.of(args).subList(1, args.length));
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger status = new AtomicInteger();
        AutoCloseable running = contender.start(config, () -> {
            status.set(FAILED);
            end.countDown();
        });
        ParentWatch.onEndOfInput(end::countDown);
        end.await();
        running.close();
        System.exit(status.get());
    }
}
