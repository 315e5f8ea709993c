package io.truenorth.schemas.docs;

import io.truenorth.schemas.AvroTopics;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.FailureReason;
import io.truenorth.schemas.Partitioning;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicKind;
import io.truenorth.schemas.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** Renders {@code docs/contracts.md}: the topics, then every record and enum with its fields. */
final class ContractsPage {
    private static final String INTRODUCTION = """
            # Contracts

            The topics that Truenorth reads and writes. This page is generated from the topic catalogue and the \
            schemas (`schemas/`); a test checks that it is up to date.

            - Values are Avro in Confluent's wire format: the byte 0, the id of the writer's schema in four bytes \
            (big-endian), the record. Keys are UTF-8 text. `touchpoints-failed` has keys and values as received.
            - A schema is registered under the subject `<topic>-value`. The texts to register are in \
            `schemas/src/main/released/<subject>/v<n>.avsc`; producers in any language write with the newest version.
            - Schemas evolve under `FULL_TRANSITIVE` compatibility: every version reads records of every other version.
            - A deployment may set a prefix for all names (`eu-touchpoints`, `eu-touchpoints-value`). Topics whose \
            partitions are marked *agree* must have the same number of partitions.
            - A table starts a new segment after 10 minutes or 64 MiB (`segment.ms`, `segment.bytes`) and is compacted within \
            a day (`max.compaction.lag.ms`), so that superseded and deleted records are gone soon. The changelogs of the streams \
            service have the same settings. A log starts a new segment after 12 hours: its records are deleted half a day after \
            their retention at the latest.
            - After an erasure, tombstones of the reserved keys `#0`, `#1`, … are appended to `relationship-scores` and \
            `customer-redirects` for some days, so that their segments are compacted on partitions without traffic too. No \
            customer has such a key: a consumer ignores a tombstone of a key that it does not know.

            """;

    private static final String FAILURES = """

            ## Headers of touchpoints-failed

            A rejected record keeps the headers it was received with, followed by these. If a header occurs twice, as a \
            producer may send any name, the last one is Truenorth's. Values are UTF-8 text, numbers in decimal. New \
            headers and reasons may be added; existing ones keep their name and meaning. In Java, \
            `io.truenorth.schemas.FailedTouchpoint` reads them.

            A record of more than %d MiB uncompressed is stored without key and value, with these headers only. The \
            record itself remains on the topic it was received on, for the retention of that topic.

            """;

    private final StringBuilder page = new StringBuilder(INTRODUCTION);

    private ContractsPage() {}

    static String render() {
        ContractsPage page = new ContractsPage();
        page.topics();
        page.failures();
        page.types();
        return page.page.toString();
    }

    private void topics() {
        page.append(
                "## Topics\n\n| topic | key | value | kind | retention | record time | largest record | partitions | |\n");
        page.append("|---|---|---|---|---|---|---|---|---|\n");
        for (Topic<?, ?> topic : Topics.all()) {
            row(
                    "`" + topic.name() + "`",
                    topic.key().describe(),
                    valueOf(topic),
                    topic.kind() == TopicKind.TABLE ? "table (compacted)" : "log",
                    topic.retention().describe(),
                    topic.recordTime().timestampType(),
                    topic.largestRecord().describe(),
                    topic.partitions() + (isAgreed(topic) ? ", agree" : ""),
                    topic.description());
        }
    }

    private void failures() {
        page.append(FAILURES.formatted(FailedTouchpoint.LARGEST_KEPT >> 20)).append("| header | |\n|---|---|\n");
        for (FailedTouchpoint.Header header : FailedTouchpoint.Header.values()) {
            row("`" + header.key() + "`", header.meaning());
        }
        page.append("\n| reason | |\n|---|---|\n");
        for (FailureReason reason : FailureReason.values()) {
            row("`" + reason.name() + "`", reason.meaning());
        }
    }

    private void types() {
        Map<String, Schema> types = new LinkedHashMap<>();
        AvroTopics.all()
                .map(AvroTopics::currentSchema)
                .forEach(schema -> AvroTypes.namedTypes(schema).forEach(types::putIfAbsent));
        types.values().forEach(this::type);
    }

    private void type(Schema type) {
        page.append("\n## ")
                .append(type.getName())
                .append("\n\n")
                .append(type.getDoc())
                .append("\n\n");
        if (type.getType() == Schema.Type.ENUM) {
            page.append("One of `").append(String.join("`, `", type.getEnumSymbols()));
            page.append("`; an unknown symbol is read as `")
                    .append(type.getEnumDefault())
                    .append("`.\n");
            return;
        }
        page.append("| field | type | default | |\n|---|---|---|---|\n");
        for (Schema.Field field : type.getFields()) {
            row(
                    "`" + field.name() + "`",
                    AvroTypes.describe(field.schema()),
                    AvroTypes.describeDefault(field),
                    field.doc());
        }
    }

    private static String valueOf(Topic<?, ?> topic) {
        return AvroTopics.all().anyMatch(topic::equals)
                ? AvroTypes.describe(AvroTopics.currentSchema(topic))
                : topic.value().describe();
    }

    private static boolean isAgreed(Topic<?, ?> topic) {
        return topic.partitioning() == Partitioning.AGREED;
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
