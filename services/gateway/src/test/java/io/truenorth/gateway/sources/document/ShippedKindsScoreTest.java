package io.truenorth.gateway.sources.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.segment.SegmentKinds;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No complaint, act of leaving, failure of ours or automated activity raises a score or a stage by a micro-point. */
class ShippedKindsScoreTest {

    private static final long DAY = 86_400_000L;
    private static final long TODAY = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final RelationshipScoring SCORING = new RelationshipScoring(ScoringModel.standard());
    private static final Set<String> RAISING = Set.of("engages", "advocates");

    /** A stranger, one whom only the brand has touched, and customers of one channel, of many, and who speak for us. */
    private static final List<RelationshipLedger> CUSTOMERS =
            List.of(new RelationshipLedger(), onlyWrittenTo(), customer(3, 1), customer(40, 2), customer(120, 4));

    static List<String> kindsThatMayNotRaise() {
        return ShippedKinds.listed().entrySet().stream()
                .filter(kind -> !RAISING.contains(kind.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    static Set<String> kinds() {
        return ShippedKinds.listed().keySet();
    }

    @ParameterizedTest
    @MethodSource("kindsThatMayNotRaise")
    void aKindThatIsNoEngagementRaisesNothing(String kind) {
        for (Direction direction : Direction.values()) {
            for (Sentiment sentiment : List.of(Sentiment.NONE, Sentiment.NEGATIVE)) {
                for (long money : new long[] {0, -500, 500}) {
                    assertRaisesNothing(kind, direction, sentiment, money);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aComplaintRaisesNothingWhateverItsKind(String kind) {
        assertRaisesNothing(kind, Direction.INBOUND, Sentiment.NEGATIVE, 0);
    }

    @Test
    void noEventOfASegmentNameThatMayNotRaiseDoesSo() {
        List<Touchpoint> touches = SegmentKinds.touches().stream()
                .filter(touch -> !RAISING.contains(ShippedKinds.listed().get(touch.getKind())))
                .toList();

        assertThat(touches)
                .hasSizeGreaterThan(100)
                .allSatisfy(touch -> assertRaisesNothing(
                        touch.getKind(),
                        touch.getDirection() == io.truenorth.contract.Direction.IN
                                ? Direction.INBOUND
                                : Direction.OUTBOUND,
                        touch.getSentiment() == null ? Sentiment.NONE : Sentiment.NEGATIVE,
                        touch.getMoney() == null ? 0 : touch.getMoney().getAmountMinor()));
    }

    @Test
    void whatShouldRaiseAScoreDoes() {
        RelationshipLedger customer = new RelationshipLedger();
        customer.add(touch("e", "web", "purchase", Direction.INBOUND, Sentiment.NONE, 500, 0));

        assertThat(SCORING.snapshot(customer, TODAY).score()).isPositive();
    }

    private static void assertRaisesNothing(String kind, Direction direction, Sentiment sentiment, long money) {
        for (RelationshipLedger before : CUSTOMERS) {
            for (String channel : List.of("web", "elsewhere")) {
                for (int age : new int[] {0, 1, 40}) {
                    RelationshipLedger after = before.copy();
                    after.add(touch("added", channel, kind, direction, sentiment, money, age));
                    for (long at : new long[] {TODAY, TODAY + DAY, TODAY + 90 * DAY}) {
                        ScoreSnapshot was = SCORING.snapshot(before, at);
                        ScoreSnapshot is = SCORING.snapshot(after, at);
                        assertThat(is.score())
                                .as("%s %s %s %s on %s, %d days old", kind, direction, sentiment, money, channel, age)
                                .isLessThanOrEqualTo(was.score());
                        assertThat(is.stage()).isLessThanOrEqualTo(was.stage());
                    }
                }
            }
        }
    }

    private static RelationshipLedger onlyWrittenTo() {
        RelationshipLedger ledger = new RelationshipLedger();
        ledger.add(touch("out", "email", "email_delivered", Direction.OUTBOUND, Sentiment.NONE, 0, 2));
        return ledger;
    }

    private static RelationshipLedger customer(int days, int channels) {
        List<String> names = List.of("web", "store", "app", "support").subList(0, channels);
        RelationshipLedger ledger = new RelationshipLedger();
        for (int age = 1; age <= days; age++) {
            String channel = names.get(age % channels);
            ledger.add(touch("visit-" + age, channel, "page_viewed", Direction.INBOUND, Sentiment.NONE, 900, age));
            ledger.add(touch("mail-" + age, "email", "email_delivered", Direction.OUTBOUND, Sentiment.NONE, 0, age));
            ledger.add(touch("word-" + age, channel, "review_posted", Direction.INBOUND, Sentiment.POSITIVE, 0, age));
        }
        return ledger;
    }

    private static Touch touch(
            String id, String channel, String kind, Direction direction, Sentiment sentiment, long money, int age) {
        return Touch.of(id, TODAY - age * DAY, channel, kind, "", direction, sentiment, money);
    }
}
