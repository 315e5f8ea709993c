package io.truenorth.relationship.score;

import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.relationship.RandomHistory;
import io.truenorth.relationship.Seeds;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.ScoringModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IncrementalScoringTest {

    private static final long NOW = millis("2026-03-01T10:20:30.456Z");
    private static final ScoringModel MODEL = ScoringModel.standard();
    private static final RelationshipScoring SCORING = new RelationshipScoring(MODEL);

    @Test
    void everySumEqualsThatOfAWholeReplayInEveryBit() {
        Seeds.each(10_000, seed -> {
            Random random = new Random(seed);
            RelationshipLedger ledger = new RelationshipLedger();
            IncrementalScoring incremental = SCORING.of(ledger);
            long now = NOW - random.nextInt(400) * Days.MILLIS;
            for (Touch touch : arrivals(seed, random)) {
                ledger.add(touch);
                if (random.nextInt(40) == 0) {
                    ledger = restarted(ledger);
                    incremental = SCORING.of(ledger);
                }
                if (random.nextInt(10) == 0) {
                    now += random.nextInt(3) * random.nextInt(100_000_000);
                    assertSameBits(incremental.assess(now), wholeReplay(ledger, now));
                }
            }
            assertSameBits(incremental.assess(now), wholeReplay(ledger, now));
        });
    }

    /** A third each: in order, in order but for one in ten, in any order. Retractions and corrections are among them. */
    private static List<Touch> arrivals(long seed, Random random) {
        List<Touch> touches = new ArrayList<>(RandomHistory.before(NOW, seed));
        if (seed % 3 < 2) {
            touches.sort(Comparator.comparingInt(Touch::day));
        }
        if (seed % 3 == 1) {
            for (int i = touches.size() / 10; i > 0; i--) {
                Collections.swap(touches, random.nextInt(touches.size()), random.nextInt(touches.size()));
            }
        }
        return touches;
    }

    private static RelationshipLedger restarted(RelationshipLedger ledger) {
        return RelationshipLedger.fromBytes(ledger.toBytes());
    }

    private static Assessment wholeReplay(RelationshipLedger ledger, long t) {
        return SCORING.assess(restarted(ledger), t);
    }

    private static void assertSameBits(Assessment incremental, Assessment whole) {
        assertThat(bits(incremental)).isEqualTo(bits(whole));
        assertThat(incremental.snapshot()).isEqualTo(whole.snapshot());
        assertThat(incremental.explanation()).isEqualTo(whole.explanation());
        assertThat(incremental.totals().inbound()).isEqualTo(whole.totals().inbound());
        assertThat(incremental.totals().outbound()).isEqualTo(whole.totals().outbound());
        assertThat(incremental.totals().firstDay()).isEqualTo(whole.totals().firstDay());
        assertThat(incremental.totals().lastDay()).isEqualTo(whole.totals().lastDay());
        assertThat(incremental.totals().negativeFeedback())
                .isEqualTo(whole.totals().negativeFeedback());
        assertThat(incremental.dueNoEarlierThan()).isEqualTo(whole.dueNoEarlierThan());
    }

    /** The sums by name, without those of 0: names whose touches were all retracted may still have a slot. */
    private static Map<String, Long> bits(Assessment assessment) {
        DecayedSums sums = assessment.replay.sums;
        Map<String, Long> bits = new TreeMap<>();
        put(bits, "outbound", sums.outbound);
        put(bits, "money", sums.money);
        put(bits, "advocacy", sums.advocacy);
        put(bits, "riskPositive", sums.riskPositive);
        put(bits, "riskNegative", sums.riskNegative);
        put(bits, "positive", sums.positive);
        put(bits, "answered", sums.answered);
        int day = sums.day;
        for (int channel = 0; channel < sums.slots.channels.size(); channel++) {
            for (int decay = 0; decay < 2; decay++) {
                put(
                        bits,
                        sums.slots.channels.key(channel) + " by decay " + decay,
                        sums.activeDays(channel, decay, day));
            }
        }
        for (int kind = 0; kind < sums.slots.kinds.size(); kind++) {
            for (int mass = 0; mass < 4; mass++) {
                put(bits, sums.slots.kinds.key(kind) + " by mass " + mass, sums.mass(kind, mass, day));
            }
        }
        for (int subject = 0; subject < sums.slots.subjects.size(); subject++) {
            put(bits, "subject " + sums.slots.subjects.key(subject), sums.subjectMass(subject, day));
        }
        return bits;
    }

    private static void put(Map<String, Long> bits, String name, double sum) {
        if (sum != 0) {
            bits.put(name, Double.doubleToRawLongBits(sum));
        }
    }

    @Test
    void theDaysBeforeTheNewestOfALongHistoryAreReplayedOnce() {
        RelationshipLedger ledger = longHistory();
        IncrementalScoring incremental = SCORING.of(ledger);
        int withoutState = incremental.heapBytes();
        incremental.assess(NOW);
        assertThat(incremental.heapBytes()).isGreaterThan(withoutState);
        assertThat(ledger.takeEarliestChange())
                .as("what changed was taken by the scoring")
                .isEqualTo(Integer.MAX_VALUE);

        ledger.add(aTouch("purchase").withId("more").at("2026-02-10").build());
        assertThat(ledger.takeEarliestChange()).isEqualTo(Days.of(millis("2026-02-10T00:00:00Z")));
    }

    @Test
    void aTimeBeforeTheNewestDayIsScoredAsOfThen() {
        RelationshipLedger ledger = longHistory();
        IncrementalScoring incremental = SCORING.of(ledger);
        incremental.assess(NOW);

        long then = millis("2025-10-20T00:00:00Z");
        assertSameBits(incremental.assess(then), wholeReplay(ledger, then));
        assertSameBits(incremental.assess(NOW), wholeReplay(ledger, NOW));
    }

    private static RelationshipLedger longHistory() {
        RelationshipLedger ledger = new RelationshipLedger();
        long newest = millis("2026-02-20T10:00:00Z");
        for (int event = 0; event < 100; event++) {
            ledger.add(aTouch("purchase")
                    .withId("e-" + event)
                    .at(newest - event * 3 * Days.MILLIS)
                    .build());
        }
        return ledger;
    }

    @Test
    void anEmptyLedgerIsUnknown() {
        assertThat(SCORING.of(new RelationshipLedger()).assess(NOW).snapshot().stage())
                .isEqualTo(Stage.UNKNOWN);
    }
}
