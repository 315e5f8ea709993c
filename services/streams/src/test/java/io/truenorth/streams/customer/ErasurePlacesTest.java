package io.truenorth.streams.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.ErasedPlace;
import io.truenorth.schemas.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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

    @Test
    void theFilesOfAStoreHaveNothingOfItOnceAllAreRewritten() {
        assertThat(dates(places(Duration.ofHours(6), Map.of())))
                .containsEntry("customers", after(Duration.ofDays(1).plusHours(6)));
    }

    @Test
    void aStepOfCompactionComesWithinTheShortestLagAndNotBeforeASegmentCanBeClosed() {
        assertThat(interval(Duration.ofDays(1), Map.of())).isEqualTo(Duration.ofHours(6));
        assertThat(interval(Duration.ofHours(2), Map.of())).isEqualTo(Duration.ofMinutes(30));
        assertThat(interval(Duration.ofDays(1), table("customer-redirects", "600000", "1200000")))
                .isEqualTo(Duration.ofMillis(600_001));
        assertThat(interval(Duration.ofDays(1), table("app-customers-changelog", "604800000", "3600000")))
                .as("Kafka closes a segment of a table within its lag")
                .isEqualTo(Duration.ofMillis(3_600_001));
        assertThat(interval(Duration.ofMillis(1), table("relationship-scores", "1", "1")))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void compactionTakesAsLongAsTheLatestDateThatItKeeps() {
        assertThat(compacted(Map.of()))
                .isEqualTo(Duration.ofDays(4).plusMinutes(20))
                .isEqualTo(Duration.between(ERASED, dates(Map.of()).get("app-customers-changelog")));
        assertThat(compacted(table("relationship-scores", "600000", "9223372036854775807")))
                .as("a place without a limit")
                .isEqualTo(Duration.ofDays(4).plusMinutes(20));
    }

    private static Map<String, Map<String, String>> table(String topic, String segment, String lag) {
        return Map.of(topic, Map.of("segment.ms", segment, "max.compaction.lag.ms", lag));
    }

    private static Duration interval(Duration fileAge, Map<String, Map<String, String>> settings) {
        return Duration.ofMillis(places(fileAge, settings).compactionInterval());
    }

    private static Duration compacted(Map<String, Map<String, String>> settings) {
        return Duration.ofMillis(places(Duration.ofDays(1), settings).compactedWithin());
    }

    private static Map<String, Instant> dates(Map<String, Map<String, String>> settings) {
        return dates(places(Duration.ofDays(1), settings));
    }

    private static ErasurePlaces places(Duration fileAge, Map<String, Map<String, String>> settings) {
        return ErasurePlaces.of(
                new TopicCatalogue("", 2),
                "app",
                "customers",
                "misplaced",
                fileAge,
                topic -> settings.getOrDefault(topic, Map.of()));
    }

    private static Map<String, Instant> dates(ErasurePlaces places) {
        return places.at(ERASED.toEpochMilli()).stream()
                .collect(Collectors.toMap(ErasedPlace::getPlace, place -> Instant.ofEpochMilli(place.getGoneBy())));
    }

    private static Instant after(Duration time) {
        return ERASED.plus(time);
    }
}
