package io.truenorth.documents.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OccurrenceCountTest {

    @Test
    void everyHashIsCountedForItself() {
        long seed = 11;
        Random random = new Random(seed);
        Map<Long, Integer> expected = new HashMap<>();
        OccurrenceCount occurrences = new OccurrenceCount();

        for (int i = 0; i < 100_000; i++) {
            long hash = random.nextInt(30_000) * 0x9e3779b97f4a7c15L;
            assertThat(occurrences.increment(hash)).isEqualTo(expected.merge(hash, 1, Integer::sum));
        }
    }

    @Test
    void zeroAndHashesOfOneSlotAreHashesLikeOthers() {
        OccurrenceCount occurrences = new OccurrenceCount();

        assertThat(occurrences.increment(0)).isEqualTo(1);
        assertThat(occurrences.increment(1L << 40)).isEqualTo(1);
        assertThat(occurrences.increment(1L << 41)).isEqualTo(1);
        assertThat(occurrences.increment(0)).isEqualTo(2);
        assertThat(occurrences.increment(1L << 40)).isEqualTo(2);
    }
}
