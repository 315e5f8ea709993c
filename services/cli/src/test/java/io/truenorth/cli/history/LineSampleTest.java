package io.truenorth.cli.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineSampleTest {
    private static LineSample sampleOf(int from, int to) {
        LineSample sample = new LineSample();
        for (int line = from; line < to; line++) {
            sample.add(new SplittableRandom(line).nextLong());
        }
        return sample;
    }

    @Test
    void ofFewLinesTheShareIsExact() {
        assertThat(sampleOf(0, 10).shareIn(sampleOf(4, 40))).hasValue(0.6);
        assertThat(sampleOf(0, 10).shareIn(sampleOf(10, 20))).hasValue(0);
    }

    @Test
    void ofManyLinesItIsNearEnough() {
        LineSample many = sampleOf(0, 500_000);

        assertThat(many.hashes()).hasSizeLessThanOrEqualTo(32_768);
        assertThat(many.shareIn(sampleOf(100_000, 600_000)).orElseThrow()).isCloseTo(0.8, within(0.02));
        assertThat(sampleOf(0, 20_000).shareIn(many).orElseThrow())
                .as("a part of many")
                .isEqualTo(1);
    }

    @Test
    void whatIsTooLittleToTellIsNotTold() {
        assertThat(sampleOf(0, 15).shareIn(sampleOf(0, 500_000))).isEmpty();
        assertThat(new LineSample().shareIn(sampleOf(0, 10))).isEmpty();
    }

    @Test
    void theSamplesOfTwoPartsAreTheSampleOfTheWhole() {
        LineSample parts = sampleOf(0, 60_000);
        parts.addAll(sampleOf(40_000, 100_000));

        assertThat(parts.hashes()).isEqualTo(sampleOf(0, 100_000).hashes());
    }
}
