package io.truenorth.cli.privacy.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TopicSettingsTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @Test
    void aRecordOfALogIsRemovedWithItsSegment() {
        assertThat(new TopicSettings(false, 24 * HOUR, HOUR, Long.MAX_VALUE, HOUR).removalOf(AT))
                .contains(AT.plus(Duration.ofHours(25)));
    }

    @Test
    void aTombstoneIsRemovedAfterConsumersHadTimeToReadIt() {
        TopicSettings table = new TopicSettings(true, -1, HOUR, 2 * HOUR, 24 * HOUR);

        assertThat(table.removalOf(AT)).isEmpty();
        assertThat(table.removalOfReplaced(AT)).contains(AT.plus(Duration.ofHours(3)));
        assertThat(table.removalOfTombstone(AT)).contains(AT.plus(Duration.ofHours(27)));
    }

    @Test
    void whatHasPracticallyNoLimitHasNoDate() {
        long ages = Duration.ofDays(8_000 * 365L).toMillis();

        assertThat(new TopicSettings(false, -1, HOUR, HOUR, HOUR).removalOf(AT)).isEmpty();
        assertThat(new TopicSettings(false, ages, HOUR, HOUR, HOUR).removalOf(AT))
                .isEmpty();
        assertThat(new TopicSettings(true, -1, HOUR, Long.MAX_VALUE, HOUR).removalOfReplaced(AT))
                .isEmpty();
        assertThat(new TopicSettings(true, -1, Long.MAX_VALUE, HOUR, Long.MAX_VALUE).removalOfTombstone(AT))
                .isEmpty();
    }
}
