package io.truenorth.streams.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.identity.IdentityHash;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.streams.bytes.KeyWriter;
import io.truenorth.streams.store.CountingEntries;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredSuppressionsTest {
    private static final Suppression FIRST = new Suppression(1_772_366_400_000L, true, 1, List.of("q-1"));

    private final CountingEntries entries = new CountingEntries();
    private final StoredSuppressions suppressions = new StoredSuppressions(entries);

    @Test
    void whileNobodyIsErasedTheStoreIsReadOnce() {
        assertThat(suppressions.of("card:4711")).isNull();
        long reads = entries.reads();
        for (int number = 0; number < 100; number++) {
            assertThat(suppressions.of("card:" + number)).isNull();
        }
        assertThat(entries.reads()).isEqualTo(reads);
    }

    @Test
    void anErasedIdentityIsStoredByItsHash() {
        suppressions.add(IdentityHash.of("card:4711"), FIRST);

        assertThat(suppressions.of("card:4711")).isEqualTo(FIRST);
        assertThat(suppressions.of("card:4712")).isNull();
        assertThat(new StoredSuppressions(entries).of("card:4711")).isEqualTo(FIRST);
        assertThat(entries.content())
                .containsOnlyKeys(
                        new KeyWriter('s').text(IdentityHash.of("card:4711")).key());
    }

    @Test
    void theLatestErasureSaysWhatIsLeftOut() {
        Suppression second = new Suppression(1_772_366_500_000L, false, 2, List.of("q-2"));
        suppressions.add(IdentityHash.of("card:4711"), FIRST);
        suppressions.add(IdentityHash.of("card:4711"), second);
        suppressions.add(IdentityHash.of("card:4711"), FIRST);

        assertThat(suppressions.of("card:4711"))
                .isEqualTo(new Suppression(1_772_366_500_000L, false, 2, List.of("q-1", "q-2")));
    }

    @Test
    void thoseWhoWereErasedAsOneCustomerAreFound() {
        Suppression second = new Suppression(1_772_366_400_000L, false, 4, List.of("q-0", "q-1"));
        suppressions.add(IdentityHash.of("card:4711"), FIRST);
        suppressions.add(IdentityHash.of("crm:c-17"), second);
        suppressions.add(IdentityHash.of("card:4712"), new Suppression(1_772_366_400_000L, true, 1, List.of("q-2")));

        assertThat(suppressions.ofSameErasure(FIRST))
                .isEqualTo(Map.of(IdentityHash.of("card:4711"), FIRST, IdentityHash.of("crm:c-17"), second));
    }

    @Test
    void theLastEightRequestsAreKnown() {
        for (int request = 1; request <= 10; request++) {
            suppressions.add(
                    IdentityHash.of("card:4711"),
                    new Suppression(1_772_366_400_000L + request, false, 1, List.of("q-" + request)));
        }

        Suppression all = suppressions.of("card:4711");
        assertThat(all.requests()).hasSize(8);
        assertThat(all.isOf("q-10")).isTrue();
        assertThat(all.isOf("q-3")).isTrue();
        assertThat(all.isOf("q-2")).isFalse();
    }

    @Test
    void anErasureOfSomebodyElseDoesNotHaveOthersReadAgain() {
        suppressions.add(IdentityHash.of("card:4711"), FIRST);
        assertThat(suppressions.of("card:4712")).isNull();
        assertThat(suppressions.of("card:4713")).isNull();

        suppressions.add(IdentityHash.of("card:4712"), FIRST);
        long reads = entries.reads();

        assertThat(suppressions.of("card:4713")).isNull();
        assertThat(entries.reads()).isEqualTo(reads);
        assertThat(suppressions.of("card:4712")).isEqualTo(FIRST);
    }

    @Test
    void whatWasReadIsForgottenWhenTheStoreChanges() {
        var before = entries.content();
        suppressions.add(IdentityHash.of("card:4711"), FIRST);
        entries.restore(before);
        suppressions.discard();

        assertThat(suppressions.of("card:4711")).isNull();
    }
}
