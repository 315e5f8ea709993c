package io.truenorth.benchmarks;

import io.truenorth.relationship.ledger.Category;
import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.Assessment;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.IncrementalScoring;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One customer: folding an event, scoring, and the way to and from bytes, by the number of cells. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RelationshipBenchmark {

    private static final long NOW = 1_772_360_430_456L;
    private static final int DAYS = 700;
    private static final int FOLDS = 512;
    private static final String[] CHANNELS = {"web", "app", "store", "email", "support", "social", "review", "survey"};
    private static final String[] KINDS = {"page_visited", "purchase", "email_opened", "review_posted", "ticket_opened"
    };
    private static final String[] SUBJECTS = {"brand", "product-a"};

    /** The cells of the customer's ledger. */
    @Param({"10", "100", "1000"})
    public int cells;

    private final RelationshipScoring scoring = new RelationshipScoring(ScoringModel.standard());
    private final Random random = new Random(42);
    private final RelationshipLedger ledger = new RelationshipLedger();
    private final IncrementalScoring incremental = scoring.of(ledger);
    private byte[] bytes = {};
    private final List<Touch> touches = new ArrayList<>();
    private int next;

    /** A life of two years, and new touches of the cells it has. */
    @Setup
    public void live() {
        List<Cell> known = new ArrayList<>();
        for (int i = 0; known.size() < cells; i++) {
            ledger.add(touch(i, random.nextInt(DAYS)));
            known.clear();
            ledger.forEachCell(known::add);
        }
        bytes = ledger.toBytes();
        for (int i = 0; i < FOLDS; i++) {
            Cell cell = known.get(random.nextInt(cells));
            touches.add(new Touch(
                    random.nextLong(),
                    cell.day(),
                    new Category(cell.channel(), cell.kind(), cell.subject()),
                    Direction.INBOUND,
                    Sentiment.NONE,
                    random.nextInt(5_000),
                    0,
                    null));
        }
    }

    private Touch touch(int id, int daysAgo) {
        return Touch.of(
                "2c1b3f6e-8f1d-4a52-9d5e-" + id,
                NOW - daysAgo * Days.MILLIS,
                pick(CHANNELS),
                pick(KINDS),
                pick(SUBJECTS),
                random.nextInt(4) == 0 ? Direction.OUTBOUND : Direction.INBOUND,
                random.nextInt(4) == 0 ? Sentiment.POSITIVE : Sentiment.NONE,
                random.nextInt(5_000));
    }

    private String pick(String[] names) {
        return names[random.nextInt(names.length)];
    }

    /** A touch of a cell that the ledger has: the search for its id and for its cell, and the sums. */
    @Benchmark
    @OperationsPerInvocation(FOLDS)
    public RelationshipLedger fold() {
        RelationshipLedger folded = ledger.copy();
        for (Touch touch : touches) {
            folded.add(touch);
        }
        return folded;
    }

    /** The making of a touch: its checks and the hash of its id. */
    @Benchmark
    public Touch makeTouch() {
        return Touch.of(
                "2c1b3f6e-8f1d-4a52-9d5e-" + next++,
                NOW,
                "web",
                "purchase",
                "brand",
                Direction.INBOUND,
                Sentiment.NONE,
                1_999);
    }

    /** The score alone. */
    @Benchmark
    public long score() {
        return scoring.score(ledger, NOW);
    }

    /** The score with the stage, replayed over all days. */
    @Benchmark
    public ScoreSnapshot scoreAndStage() {
        return scoring.snapshot(ledger, NOW);
    }

    /** What a service needs at a commit: standing and due bound. */
    @Benchmark
    public OptionalLong snapshotAndDueBound() {
        Assessment assessment = scoring.assess(ledger, NOW);
        return assessment.snapshot().score() > 0 ? assessment.dueNoEarlierThan() : OptionalLong.empty();
    }

    /** The split over dimensions, channels and kinds, with the walk before it. */
    @Benchmark
    public Explanation explain() {
        return scoring.assess(ledger, NOW).explanation();
    }

    /** What a service needs after a touch of the newest day: the score, its split and the due bound. */
    @Benchmark
    public OptionalLong rescore() {
        Assessment assessment = incremental.assess(NOW);
        return assessment.explanation().kinds().isEmpty() ? OptionalLong.empty() : assessment.dueNoEarlierThan();
    }

    /** All months to bytes. */
    @Benchmark
    public byte[] encode() {
        return ledger.toBytes();
    }

    /** All months from bytes. */
    @Benchmark
    public RelationshipLedger decode() {
        return RelationshipLedger.fromBytes(bytes);
    }
}
