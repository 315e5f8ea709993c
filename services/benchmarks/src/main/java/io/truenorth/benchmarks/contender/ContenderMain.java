package io.truenorth.benchmarks.contender;

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

    /** Starts a contender. */
    @FunctionalInterface
    public interface Starter {
        /**
         * Starts it in this process.
         *
         * @param onFailure called if it fails later
         * @return ends it
         */
        AutoCloseable start(Contender contender, ContenderConfig config, Runnable onFailure) throws Exception;
    }

    /** Runs the contender that the first argument names, configured by the others. */
    public static void main(String[] args) throws Exception {
        Logging.configure(new LoggingConfig(LogFormat.TEXT, LogLevel.WARN));
        run(args, Contender::start);
    }

    /** Runs a contender until standard input ends or it fails, and exits. */
    public static void run(String[] args, Starter starter) throws Exception {
        Contender contender = Contender.valueOf(args[0]);
        ContenderConfig config = ContenderConfig.of(List.of(args).subList(1, args.length));
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger status = new AtomicInteger();
        AutoCloseable running = starter.start(contender, config, () -> {
            status.set(FAILED);
            end.countDown();
        });
        ParentWatch.onEndOfInput(end::countDown);
        end.await();
        running.close();
        System.exit(status.get());
    }
}
