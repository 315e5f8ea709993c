package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.contender.Contender;
import io.truenorth.benchmarks.contender.ContenderConfig;
import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.Latencies;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.load.Workload;
import io.truenorth.benchmarks.load.WorkloadSize;
import io.truenorth.schemas.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/**
 * One run of a contender on a live load: the rate rises until the 99th percentile of the time from arrival to score
 * exceeds a limit. Then half the highest rate below it is measured.
 */
final class LiveLoadRun {
    private static final double LIMIT_MILLIS = 250;
    private static final double P99 = 0.99;

    private final Platform platform;
    private final ContenderLauncher launcher;
    private final Workload load;
    private final WorkloadSize size;
    private final Settings settings;

    LiveLoadRun(Platform platform, ContenderLauncher launcher, Workload load, WorkloadSize size, Settings settings) {
        this.platform = platform;
        this.launcher = launcher;
        this.load = load;
        this.size = size;
        this.settings = settings;
    }

    Measurement run(Contender contender, ContenderConfig config, Oracle history)
            throws IOException, InterruptedException, ExecutionException {
        long before = load.events(size);
        try (RunningContender running = launcher.start(contender, config)) {
            running.awaitCommitted(before);
            new Verification(platform, load, contender).check(history);
            try (LiveSender sender = new LiveSender(platform, load, size, history)) {
                sender.send(settings.firstRate(), Duration.ofSeconds(settings.warmUpSeconds()));
                double peak = peakRate(sender);
                // The overload has the JIT compile again; that is not what is measured.
                sender.send(peak / 2, step());
                running.awaitCommitted(before + sender.sent());
                Measurement measurement = atRate(running, sender, peak, before);
                Oracle oracle = history.fork();
                sender.foldInto(oracle);
                new Verification(platform, load, contender).check(oracle);
                return measurement;
            }
        }
    }

    private Measurement atRate(RunningContender running, LiveSender sender, double peak, long before)
            throws InterruptedException, ExecutionException {
        Sample first = running.sample();
        long sent = sender.sent();
        long scores = sender.scores();
        long input = inputBytes();
        Latencies latencies = sender.send(peak / 2, step());
        Sample last = running.awaitCommitted(before + sender.sent());
        return Measurement.between(
                        first,
                        last,
                        peak,
                        (double) (sender.scores() - scores) / (sender.sent() - sent),
                        (double) (inputBytes() - input) / (sender.sent() - sent))
                .withP99(latencies.quantile(P99));
    }

    /** Returns the highest rate at which the latency was low; the lowest rate, if it was never low. */
    private double peakRate(LiveSender sender) throws InterruptedException {
        double peak = settings.firstRate();
        double rate = peak;
        for (int step = 0; step < settings.mostSteps() && isLow(sender, rate); step++) {
            peak = rate;
            rate *= settings.growth();
        }
        return peak;
    }

    /** A step is repeated once, as something else may have caused a pause. */
    private boolean isLow(LiveSender sender, double rate) throws InterruptedException {
        boolean low = sender.send(rate, step()).quantile(P99) <= LIMIT_MILLIS;
        if (!sender.allScored()) {
            throw new BenchmarkFailedException("touchpoints were not scored in time at " + rate + " events/s");
        }
        return low || sender.send(rate, step()).quantile(P99) <= LIMIT_MILLIS;
    }

    private Duration step() {
        return Duration.ofSeconds(settings.stepSeconds());
    }

    private long inputBytes() throws InterruptedException, ExecutionException {
        String touchpoints = load.topics().topic(Topics.TOUCHPOINTS).name();
        return platform.logSizes(touchpoints::equals).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
