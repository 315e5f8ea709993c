package io.truenorth.streams.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.identity.IdentityHash;
import io.truenorth.identity.joining.CustomerIdentities;
import io.truenorth.identity.joining.IdentityNode;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.streams.consent.IdentityConsents;
import io.truenorth.streams.identity.IdentityState;
import io.truenorth.streams.reference.ReferenceLimits;
import io.truenorth.streams.reference.References;
import io.truenorth.streams.store.CountingEntries;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sweep looks at every customer, in batches, and goes on where it was. */
class ErasureSweepTest {
    private static final long NOON = 1_772_366_400_000L;
    private static final int CUSTOMERS = 25;
    private static final int BATCH = 10;

    private final CountingEntries entries = new CountingEntries();
    private final StoredSuppressions suppressions = new StoredSuppressions(entries);
    private final List<String> forgetting = new ArrayList<>();
    private long now = NOON;
    private long millisPerCustomer;

    @BeforeEach
    void storeCustomersWhoMentionACard() {
        for (int number = 0; number < CUSTOMERS; number++) {
            String id = "crm:c-" + (100 + number);
            IdentityState state = new IdentityState(
                    IdentityNode.restored(id, 0, id, 0, List.of(number % 2 == 0 ? "card:4711" : "card:4712")),
                    new CustomerIdentities(id));
            entries.put(
                    CustomerKeys.header(id),
                    CustomerHeaderFormat.write(new CustomerHeader(
                            new IdentityAttributes(),
                            new IdentityConsents(),
                            null,
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            false,
                            new TreeMap<>(),
                            state.toBytes())));
        }
    }

    private ErasureSweep sweep() {
        return new ErasureSweep(
                entries,
                suppressions,
                new References(entries, suppressions, ReferenceLimits.standard(), BATCH),
                BATCH,
                () -> now,
                (customer, erased) -> {
                    forgetting.add(customer);
                    now += millisPerCustomer;
                });
    }

    private void erase(String identity) {
        suppressions.add(IdentityHash.of(identity), new Suppression(NOON, false, 1, List.of("q-1")));
    }

    private static void step(ErasureSweep sweep, int times) {
        for (int step = 0; step < times; step++) {
            sweep.step();
        }
    }

    @Test
    void whoMentionsAnErasedIdentityIsFoundOnce() {
        erase("card:4711");
        ErasureSweep sweep = sweep();
        sweep.request(NOON);
        sweep.written();
        step(sweep, 10);

        assertThat(forgetting).hasSize(13).doesNotHaveDuplicates();
        assertThat(entries.get(CustomerKeys.sweep()))
                .as("nothing is left to do")
                .isNull();
    }

    @Test
    void itWaitsUntilEarlierChangesAreWritten() {
        erase("card:4711");
        ErasureSweep sweep = sweep();
        sweep.request(NOON);
        step(sweep, 3);
        assertThat(forgetting).isEmpty();
    }

    @Test
    void itGoesOnAfterARestart() {
        erase("card:4711");
        ErasureSweep sweep = sweep();
        sweep.request(NOON);
        sweep.written();
        step(sweep, 1);
        assertThat(forgetting).hasSize(5);

        step(sweep(), 10);

        assertThat(forgetting).hasSize(13).doesNotHaveDuplicates();
    }

    @Test
    void itStartsOnceMoreForAnErasureMeanwhile() {
        erase("card:4711");
        ErasureSweep sweep = sweep();
        sweep.request(NOON);
        sweep.written();
        step(sweep, 2);
        erase("card:4712");
        sweep.request(NOON);
        sweep.written();
        step(sweep, 20);

        assertThat(forgetting).contains("crm:c-101", "crm:c-100");
        assertThat(entries.get(CustomerKeys.sweep())).isNull();
    }

    @Test
    void mentionsMayBeLeftUntilItIsDone() {
        erase("card:4711");
        ErasureSweep sweep = sweep();
        assertThat(sweep.isPending(NOON)).isFalse();
        sweep.request(NOON);
        assertThat(sweep.isPending(NOON)).isTrue();
        assertThat(sweep.isPending(NOON - 1)).as("erased long ago").isFalse();
        sweep.request(NOON - 1);
        assertThat(sweep.isPending(NOON - 1)).isTrue();
        sweep.written();
        step(sweep, 20);

        assertThat(sweep.isPending(NOON)).isFalse();
    }

    @Test
    void mentionsOfThoseErasedLongAgoAreNotLookedFor() {
        erase("card:4711");
        ErasureSweep sweep = sweep();
        sweep.request(NOON + 1);
        sweep.written();
        step(sweep, 10);
        assertThat(forgetting).isEmpty();
    }

    @Test
    void afterABatchItRestsNineTimesAsLongAsTheBatchTook() {
        millisPerCustomer = 20;
        erase("card:4711");
        ErasureSweep sweep = sweep();
        sweep.request(NOON);
        sweep.written();
        step(sweep, 1);
        assertThat(forgetting).hasSize(5);

        now += 899;
        step(sweep, 3);
        assertThat(forgetting).hasSize(5);
        now += 1;
        step(sweep, 3);
        assertThat(forgetting).hasSize(10);
    }

    @Test
    void aBatchEndsWhenItHasManyBytes() {
        for (int number = 0; number < CUSTOMERS; number++) {
            entries.put(CustomerKeys.block("crm:c-" + (100 + number), "crm:c-1", 3), new byte[1 << 20]);
        }
        erase("card:4711");
        ErasureSweep sweep = sweep();
        sweep.request(NOON);
        sweep.written();
        step(sweep, 1);
        assertThat(forgetting).hasSize(2);

        step(sweep, 20);
        assertThat(forgetting).hasSize(13).doesNotHaveDuplicates();
    }

    @Test
    void theProgressIsStored() {
        SweepProgress progress =
                SweepProgress.start(NOON).again(NOON + 5).toReferences().after("order:1017");
        assertThat(SweepProgress.fromBytes(progress.toBytes())).isEqualTo(progress);
    }
}
