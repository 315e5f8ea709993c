package io.truenorth.streams.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.Stage;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ScopeAggregateTest {
    private static final HexFormat HEX = HexFormat.of();

    /** An aggregate as written to a store or topic in version 1. */
    private static final String TALLY_1 =
            "0180a8a8949567000002000000023e808ece1c0a08060480897a023e0202010202020677656210707572636861"
                    + "73658827d804";

    private static final long NOON = Days.start(20_513) + Days.MILLIS / 2;
    private static final Contributions SOME = new Contributions(30_000_000, 5, 4, 3, 2, 1_000_000);

    private static ScopeAggregate aggregate() {
        ScopeAggregate aggregate = new ScopeAggregate(NOON);
        aggregate.addCustomer(Stage.ENGAGED, true, SOME, 1);
        aggregate.addStageMove(Stage.AWARE, Stage.ENGAGED);
        aggregate.addPoints(new ChannelAndKind("web", "purchase"), 2_500);
        aggregate.addPoints(new ChannelAndKind("web", "purchase"), -300);
        return aggregate;
    }

    @Test
    void talliesOfVersion1AreReadAndWritten() {
        ScopeAggregate read = ScopeAggregateFormat.read(HEX.parseHex(TALLY_1));

        assertThat(HEX.formatHex(ScopeAggregateFormat.write(read))).isEqualTo(TALLY_1);
        assertThat(HEX.formatHex(ScopeAggregateFormat.write(aggregate()))).isEqualTo(TALLY_1);
        assertThat(read.customers()).isEqualTo(1);
        assertThat(read.wholePoints).isEqualTo(31);
        assertThat(read.pointsMoves.get(new ChannelAndKind("web", "purchase")))
                .extracting(PointsMoved::gained, PointsMoved::lost)
                .containsExactly(2_500L, 300L);
    }

    @Test
    void aVersionOfTheFutureIsRejectedByName() {
        assertThatThrownBy(() -> ScopeAggregateFormat.read(new byte[] {9}))
                .hasMessageContaining("expected version 1, was 9");
    }

    @Test
    void addingAndSubtractingLeavesZero() {
        ScopeAggregate aggregate = new ScopeAggregate(NOON);
        aggregate.addCustomer(Stage.LOYAL, true, SOME, 1);
        aggregate.addCustomer(Stage.LOYAL, true, SOME, -1);

        assertThat(aggregate.isZero()).isTrue();
    }

    @Test
    void movesOfALaterDayReplaceThoseOfADayBefore() {
        ScopeAggregate sums = new ScopeAggregate();
        sums.add(aggregate());
        ScopeAggregate tomorrow = new ScopeAggregate(NOON + Days.MILLIS);
        tomorrow.addStageMove(Stage.ENGAGED, Stage.AWARE);

        sums.add(tomorrow);

        assertThat(sums.day()).isEqualTo(20_514);
        assertThat(sums.stageMoves).containsOnlyKeys(new StageStep(Stage.ENGAGED, Stage.AWARE));
        assertThat(sums.pointsMoves).isEmpty();
        assertThat(sums.customers()).isEqualTo(1);
    }

    @Test
    void aDifferenceOfADayBeforeIsSummedUpWithoutItsMoves() {
        ScopeAggregate sums = new ScopeAggregate();
        sums.add(new ScopeAggregate(NOON + Days.MILLIS));

        sums.add(aggregate());

        assertThat(sums.day()).isEqualTo(20_514);
        assertThat(sums.stageMoves).isEmpty();
        assertThat(sums.customers()).isEqualTo(1);
    }
}
