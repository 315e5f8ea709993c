package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.contender.Contender;
import io.truenorth.benchmarks.contender.ContenderConfig;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.load.Workload;
import io.truenorth.schemas.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** One run of a contender on a load that was written before: as fast as it can. */
final class WrittenLoadRun {
    private final Platform platform;
    private final ContenderLauncher launcher;
    private final Workload load;
    private final Settings settings;

    WrittenLoadRun(Platform platform, ContenderLauncher launcher, Workload load, Settings settings) {
        this.platform = platform;
        this.launcher = launcher;
        this.load = load;
        this.settings = settings;
    }

    Measurement run(Contender contender, ContenderConfig config, Oracle oracle)
            throws IOException, InterruptedException, ExecutionException {
        long events = settings.events();
        try (RunningContender running = launcher.start(contender, config)) {
            Sample start = running.sample();
            Sample warm = warmUp(contender, running, events);
            Sample last = running.awaitCommitted(events);
            // A small load may be done before the first look.
            Sample first = warm.committed() < last.committed() ? warm : start;
            long published = new Verification(platform, load, contender).check(oracle);
            return Measurement.between(
                    first,
                    last,
                    (last.committed() - first.committed()) / last.secondsSince(first),
                    (double) published / events,
                    inputBytesPerEvent(events));
        }
    }

    /** A warm-up of the given time, but at most half of the load. */
    private Sample warmUp(Contender contender, RunningContender running, long events)
            throws InterruptedException, ExecutionException {
        Sample first = running.awaitCommitted(1);
        return contender.warmsUpItself()
                ? first
                : running.awaitCommittedOr(events / 2, Duration.ofSeconds(settings.warmUpSeconds()));
    }

    private double inputBytesPerEvent(long events) throws InterruptedException, ExecutionException {
        String touchpoints = load.topics().topic(Topics.TOUCHPOINTS).name();
        long bytes = platform.logSizes(touchpoints::equals).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return (double) bytes / events;
    }
}
