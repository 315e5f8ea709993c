package io.truenorth.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.contract.Touchpoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicCatalogueTest {
    @Test
    void theStandardCatalogueHasThePlainNames() {
        assertThat(TopicCatalogue.standard().all())
                .extracting(Topic::name)
                .containsExactly(
                        "touchpoints",
                        "ledger-imports",
                        "relationship-scores",
                        "stage-transitions",
                        "identity-events",
                        "customer-redirects",
                        "identity-requests",
                        "privacy-receipts",
                        "advocacy-dashboard",
                        "dashboard-history",
                        "touchpoints-failed",
                        "touchpoints-failed-resolved",
                        "scoring-models");
    }

    @Test
    void aPrefixStandsBeforeTopicAndSubject() {
        Topic<String, Touchpoint> touchpoints =
                TopicCatalogue.standard().withPrefix("eu-").topic(Topics.TOUCHPOINTS);

        assertThat(touchpoints.name()).isEqualTo("eu-touchpoints");
        assertThat(touchpoints.valueSubject()).isEqualTo("eu-touchpoints-value");
    }

    @Test
    void partitionsThatMustAgreeAreSetTogether() {
        TopicCatalogue catalogue = TopicCatalogue.standard().withAgreedPartitions(32);

        assertThat(catalogue.agreeing())
                .extracting(Topic::name)
                .containsExactly(
                        "touchpoints",
                        "ledger-imports",
                        "relationship-scores",
                        "stage-transitions",
                        "identity-events",
                        "customer-redirects",
                        "identity-requests",
                        "scoring-models");
        assertThat(catalogue.agreeing()).extracting(Topic::partitions).containsOnly(32);
        assertThat(catalogue.topic(Topics.ADVOCACY_DASHBOARD).partitions()).isEqualTo(Topics.DEFAULT_PARTITIONS);
    }

    @Test
    void touchpointsCarryTheirArrivalAndStayThirtyDays() {
        assertThat(Topics.TOUCHPOINTS.config())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "2592000000")
                .containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @Test
    void logsWithWhatPeopleDidStayThirtyDaysSoThatAnErasureIsCompleteByThen() {
        assertThat(List.of(Topics.STAGE_TRANSITIONS, Topics.IDENTITY_EVENTS, Topics.IDENTITY_REQUESTS))
                .allSatisfy(topic -> assertThat(topic.config())
                        .containsEntry("cleanup.policy", "delete")
                        .containsEntry("retention.ms", "2592000000"));
    }

    @Test
    void tablesAreCompactedWithUnlimitedRetention() {
        assertThat(Topics.RELATIONSHIP_SCORES.config())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("retention.ms", "-1")
                .containsEntry("message.timestamp.type", "CreateTime");
    }

    @Test
    void supersededRecordsOfATableAreCompactedSoon() {
        assertThat(Topics.all())
                .filteredOn(topic -> topic.kind() == TopicKind.TABLE)
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table.config())
                        .containsEntry("segment.ms", "600000")
                        .containsEntry("max.compaction.lag.ms", "86400000")
                        .hasEntrySatisfying(
                                "segment.bytes",
                                bytes -> assertThat(Integer.parseInt(bytes))
                                        .as("room for the largest record")
                                        .isEqualTo(64 << 20)
                                        .isGreaterThan(table.largestRecord().bytes())));
    }

    @Test
    void aLogIsDeletedSoonAfterItsRetention() {
        assertThat(Topics.all())
                .filteredOn(topic -> topic.kind() == TopicKind.LOG)
                .isNotEmpty()
                .allSatisfy(log -> assertThat(log.config())
                        .containsEntry("segment.ms", "43200000")
                        .doesNotContainKey("segment.bytes"));
    }

    @Test
    void theTopicOfFailedRecordsFitsTheLargestRecordWithHeaders() {
        assertThat(Topics.TOUCHPOINTS.config()).containsEntry("max.message.bytes", "1048588");
        assertThat(Topics.TOUCHPOINTS_FAILED.config()).containsEntry("max.message.bytes", "16777216");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu/", "europe ", "ümlaut-"})
    void aPrefixThatKafkaWouldRefuseIsRefused(String prefix) {
        assertThatThrownBy(() -> TopicCatalogue.standard().withPrefix(prefix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("topic name '" + prefix + "touchpoints': expected");
    }

    @Test
    void noPartitionIsRefused() {
        assertThatThrownBy(() -> TopicCatalogue.standard().withAgreedPartitions(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("topic 'touchpoints' with 0 partitions: expected 1 or more");
    }

    @Test
    void keysInAvroAreRefused() {
        assertThatThrownBy(() -> new Topic<>(
                        "by-record",
                        Topics.TOUCHPOINTS.value(),
                        Payload.TEXT,
                        TopicKind.LOG,
                        Retention.FOREVER,
                        RecordTime.CREATED,
                        LargestRecord.USUAL,
                        1,
                        Partitioning.FREE,
                        "Keyed by a record."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("topic 'by-record' has Avro keys: expected text or bytes");
    }

    @Test
    void aRetentionThatKafkaWouldTakeForSomethingElseIsRefused() {
        assertThatThrownBy(() -> new Retention(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("retention of 0 ms: expected 1 or more, or -1");
    }

    @Test
    void aRetentionDescribesItself() {
        assertThat(Retention.days(30).describe()).isEqualTo("30 days");
        assertThat(Retention.FOREVER.describe()).isEqualTo("forever");
        assertThat(new Retention(90_000).describe()).isEqualTo("PT1M30S");
    }
}
