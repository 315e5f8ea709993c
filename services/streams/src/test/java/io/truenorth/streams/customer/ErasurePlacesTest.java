package io.truenorth.streams.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.ErasedPlace;
import io.truenorth.schemas.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The dates on a receipt are those of the topics as they are. */
class ErasurePlacesTest {
    private static final Instant ERASED = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void topicsThatAreNotKnownYetHaveTheSettingsThatTheyAreCreatedWith() {
        assertThat(dates(Map.of()))
                .containsEntry("identity-events", after(Duration.ofDays(30).plusHours(12)))
                .containsEntry("ledger-imports", after(Duration.ofDays(7).plusHours(12)))
                .containsEntry("relationship-scores", after(Duration.ofDays(3).plusMinutes(20)))
                .containsEntry(
                        "app-customers-changelog", after(Duration.ofDays(4).plusMinutes(20)))
                .containsEntry("customers", after(Duration.ofDays(2)))
                .containsEntry("dashboard", after(Duration.ofMinutes(1)));
        assertThat(dates(Map.of()).values()).allSatisfy(date -> assertThat(date).isBefore(after(Duration.ofDays(31))));
    }

    @Test
    void aLongerRetentionIsOnTheReceipt() {
        assertThat(dates(Map.of(
                        "identity-events", Map.of("retention.ms", "31536000000", "segment.ms", "43200000"),
                        "app-customers-changelog",
                                Map.of(
                                        "segment.ms", "3600000",
                                        "max.compaction.lag.ms", "7200000",
                                        "delete.retention.ms", "60000"))))
                .containsEntry("identity-events", after(Duration.ofDays(365).plusHours(12)))
                .containsEntry("stage-transitions", after(Duration.ofDays(30).plusHours(12)))
                .containsEntry(
                        "app-customers-changelog",
                        after(Duration.ofDays(1).plusHours(6).plusMinutes(1)));
    }

    @Test
    void aTopicWithoutALimitKeepsItsRecordsForever() {
        assertThat(dates(Map.of(
                        "touchpoints", Map.of("retention.ms", "-1", "segment.ms", "43200000"),
                        "relationship-scores",
                                Map.of("segment.ms", "600000", "max.compaction.lag.ms", "9223372036854775807"),
                        "customer-redirects", Map.of("segment.ms", "9223372036854775807"))))
                .containsEntry("touchpoints", Instant.parse("9999-12-31T23:59:59Z"))
                .containsEntry("relationship-scores", Instant.parse("9999-12-31T23:59:59Z"))
                .containsEntry("customer-redirects", Instant.parse("9999-12-31T23:59:59Z"));
    }

    private static Map<String, Instant> dates(Map<String, Map<String, String>> settings) {
        Function<String, Map<String, String>> actual = topic -> settings.getOrDefault(topic, Map.of());
        return ErasurePlaces.of(new TopicCatalogue("", 2), "app", "customers", "misplaced", actual)
                .at(ERASED.toEpochMilli())
                .stream()
                .collect(Collectors.toMap(ErasedPlace::getPlace, place -> Instant.ofEpochMilli(place.getGoneBy())));
    }

    private static Instant after(Duration time) {
        return ERASED.plus(time);
    }
}
