package io.truenorth.streams.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.relationship.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

/** Keys are ordered as their parts. */
class KeyWriterTest {
    private static final char[] LETTERS = {0, 1, 2, 'a', 'b', 'ÿ', '☕'};

    @Test
    void theOrderOfKeysIsTheOrderOfTheirParts() {
        Seeds.each(2_000, seed -> {
            Random random = new Random(seed);
            String one = text(random);
            String other = text(random);
            long number = random.nextInt(5) - 2L;
            long otherNumber = random.nextInt(5) - 2L;

            int byParts = compareUtf8(one, other) != 0 ? compareUtf8(one, other) : Long.compare(number, otherNumber);

            assertThat(Integer.signum(key(one, number).compareTo(key(other, otherNumber))))
                    .isEqualTo(Integer.signum(byParts));
        });
    }

    @Test
    void behindATextIsBehindAllThatFollowsItAndBeforeItsContinuations() {
        Seeds.each(2_000, seed -> {
            Random random = new Random(seed);
            String text = text(random);
            Bytes behind = new KeyWriter('c').behindText(text).key();

            assertThat(behind).isGreaterThan(key(text, Long.MAX_VALUE));
            assertThat(behind).isLessThan(key(text + LETTERS[random.nextInt(LETTERS.length)], Long.MIN_VALUE));
        });
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Seeds.each(500, seed -> {
            Random random = new Random(seed);
            String text = text(random);
            long number = random.nextLong();

            KeyReader in = new KeyReader(key(text, number));

            assertThat(in.kind()).isEqualTo('c');
            assertThat(in.text()).isEqualTo(text);
            assertThat(in.number()).isEqualTo(number);
            assertThat(in.atEnd()).isTrue();
        });
    }

    private static Bytes key(String text, long number) {
        return new KeyWriter('c').text(text).number(number).key();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(4); left > 0; left--) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private static int compareUtf8(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
