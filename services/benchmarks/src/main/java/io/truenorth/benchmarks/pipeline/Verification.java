package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.contender.Contender;
import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.harness.Stopwatch;
import io.truenorth.benchmarks.load.Workload;
import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.schemas.Topics;
import java.time.Duration;

/** Compares what a contender has published with what is expected. */
final class Verification {
    /** How long after the commit of the last touchpoint results may become visible. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Platform platform;
    private final Workload load;
    private final Contender contender;

    Verification(Platform platform, Workload load, Contender contender) {
        this.platform = platform;
        this.load = load;
        this.contender = contender;
    }

    /**
     * Checks all scores and sums.
     *
     * @return the number of scores published
     * @throws BenchmarkFailedException if one is wrong or missing
     */
    long check(Oracle oracle) throws InterruptedException {
        if (!contender.publishesScores()) {
            return 0;
        }
        try (LatestRecords<RelationshipScore> scores =
                new LatestRecords<>(platform, load.topics().topic(Topics.RELATIONSHIP_SCORES))) {
            Stopwatch waited = Stopwatch.start();
            Iterable<RelationshipScore> latest = scores.readToEnd();
            while (!oracle.isComplete(latest) && waited.elapsed().compareTo(PATIENCE) < 0) {
                Thread.sleep(PAUSE.toMillis());
                latest = scores.readToEnd();
            }
            oracle.check(latest);
            if (contender.publishesScopes()) {
                checkScopes(scores);
            }
            return scores.count();
        }
    }

    /** A due customer may be scored again meanwhile, so that the scores are read again each time. */
    private void checkScopes(LatestRecords<RelationshipScore> scores) throws InterruptedException {
        try (LatestRecords<AdvocacySnapshot> snapshots =
                new LatestRecords<>(platform, load.topics().topic(Topics.ADVOCACY_DASHBOARD))) {
            Stopwatch waited = Stopwatch.start();
            ScopeCounts expected = ScopeCounts.of(scores.readToEnd());
            ScopeCounts found = ScopeCounts.published(snapshots.readToEnd());
            while (!found.equals(expected)) {
                if (waited.elapsed().compareTo(PATIENCE) > 0) {
                    throw new BenchmarkFailedException("published sums " + found + ", expected " + expected);
                }
                Thread.sleep(PAUSE.toMillis());
                expected = ScopeCounts.of(scores.readToEnd());
                found = ScopeCounts.published(snapshots.readToEnd());
            }
        }
    }
}
