package io.truenorth.relationship.ledger;

import static io.truenorth.relationship.TouchBuilder.aTouch;
import static io.truenorth.relationship.TouchBuilder.millis;
import static io.truenorth.relationship.ledger.RelationshipLedger.Outcome.ADDED;
import static io.truenorth.relationship.ledger.RelationshipLedger.Outcome.DAY_FULL;
import static io.truenorth.relationship.ledger.RelationshipLedger.Outcome.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.relationship.Seeds;
import io.truenorth.relationship.ledger.RelationshipLedger.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An event with a clock ahead that arrives both before and after midnight is counted once. */
class MidnightTest {
    private static final ArrivalRule RULE = ArrivalRule.STANDARD;
    private static final long SKEW = RULE.allowedSkew().toMillis();
    private static final long MIDNIGHT = millis("2026-03-01");
    private static final String TWO_PAST = "2026-03-01T00:02:00Z";
    private static final int FEBRUARY_28 = Days.of(MIDNIGHT) - 1;
    private static final int MARCH_1 = Days.of(MIDNIGHT);

    private final RelationshipLedger ledger = new RelationshipLedger();

    @Test
    void itsRetryAfterMidnightIsNotCounted() {
        assertThat(deliver("e-1", TWO_PAST, "2026-02-28T23:59:00Z")).isEqualTo(ADDED);
        assertThat(deliver("e-1", TWO_PAST, "2026-03-01T00:01:00Z")).isEqualTo(ADDED);
        assertThat(deliver("e-1", TWO_PAST, "2026-03-07T12:00:00Z")).isEqualTo(DUPLICATE);

        assertThat(days()).containsExactly(FEBRUARY_28);
    }

    @Test
    void theOrderOfDeliveriesDoesNotMatter() {
        assertThat(deliver("e-1", TWO_PAST, "2026-03-01T00:01:00Z")).isEqualTo(ADDED);
        assertThat(days()).containsExactly(MARCH_1);

        assertThat(deliver("e-1", TWO_PAST, "2026-02-28T23:59:00Z")).isEqualTo(ADDED);
        assertThat(days()).containsExactly(FEBRUARY_28);
    }

    @Test
    void anotherEventIsCounted() {
        assertThat(deliver("e-1", TWO_PAST, "2026-02-28T23:59:00Z")).isEqualTo(ADDED);
        assertThat(deliver("e-2", TWO_PAST, "2026-03-01T00:01:00Z")).isEqualTo(ADDED);

        assertThat(days()).containsExactly(FEBRUARY_28, MARCH_1);
    }

    @Test
    void anIdIsUniqueWithinItsDayAndTheDaysAround() {
        assertThat(deliver("daily", "2026-02-27T12:00:00Z", "2026-02-27T12:00:00Z"))
                .isEqualTo(ADDED);
        assertThat(deliver("daily", "2026-02-28T12:00:00Z", "2026-02-28T12:00:00Z"))
                .isEqualTo(ADDED);
        assertThat(deliver("daily", "2026-02-28T12:00:00Z", "2026-03-01T12:00:00Z"))
                .isEqualTo(DUPLICATE);
        assertThat(deliver("daily", "2026-03-02T12:00:00Z", "2026-03-02T12:00:00Z"))
                .isEqualTo(ADDED);

        assertThat(days()).containsExactly(FEBRUARY_28 - 1, MARCH_1 + 1);
    }

    @Test
    void aFullDayRefusesARetryAsWell() {
        assertThat(ledger.add(touch("e-1", TWO_PAST, millis("2026-02-28T23:59:00Z")), 1))
                .isEqualTo(ADDED);
        assertThat(ledger.add(touch("e-2", TWO_PAST, millis("2026-03-01T00:01:00Z")), 1))
                .isEqualTo(ADDED);
        assertThat(ledger.add(touch("e-1", TWO_PAST, millis("2026-03-01T00:01:00Z")), 1))
                .isEqualTo(DAY_FULL);
        assertThat(ledger.add(touch("e-2", TWO_PAST, millis("2026-03-01T00:01:00Z")), 1))
                .isEqualTo(DUPLICATE);
    }

    /** Events around midnight, each delivered several times within the allowed skew, in any order. */
    @Test
    void howeverOftenAndInWhateverOrderEachEventIsCountedOnce() {
        Seeds.each(300, seed -> {
            Random random = new Random(seed);
            RelationshipLedger counted = new RelationshipLedger();
            Map<String, Long> sent = new HashMap<>();
            for (int delivery = 0; delivery < 200; delivery++) {
                String id = "e-" + random.nextInt(40);
                long occurredAt = sent.computeIfAbsent(id, first -> MIDNIGHT + random.nextLong(-3 * SKEW, 3 * SKEW));
                long arrivedAt = occurredAt + random.nextLong(-SKEW, 2 * SKEW);

                Outcome outcome = counted.add(touch(id, occurredAt, arrivedAt));

                assertThat(outcome).isIn(ADDED, DUPLICATE);
            }
            assertThat(inbound(counted)).isEqualTo(sent.size());
        });
    }

    private static long inbound(RelationshipLedger ledger) {
        long[] inbound = {0};
        ledger.forEachCell(cell -> inbound[0] += cell.inbound());
        return inbound[0];
    }

    private Outcome deliver(String id, String occurredAt, String arrivedAt) {
        return ledger.add(touch(id, occurredAt, millis(arrivedAt)));
    }

    private static Touch touch(String id, String occurredAt, long arrivedAt) {
        return touch(id, millis(occurredAt), arrivedAt);
    }

    private static Touch touch(String id, long occurredAt, long arrivedAt) {
        return aTouch("purchase")
                .withId(id)
                .at(RULE.admit(occurredAt, arrivedAt))
                .build();
    }

    private Iterable<Integer> days() {
        Set<Integer> days = new TreeSet<>();
        ledger.forEachCell(cell -> days.add(cell.day()));
        return days;
    }
}
