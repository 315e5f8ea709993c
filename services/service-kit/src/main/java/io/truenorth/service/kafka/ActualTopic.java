package io.truenorth.service.kafka;

import io.truenorth.schemas.Partitioning;
import io.truenorth.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A topic as described by the brokers: its partitions and configuration. */
record ActualTopic(String name, int partitions, Map<String, String> config) {

    static final String TIMESTAMP_TYPE = "message.timestamp.type";
    static final String LARGEST_RECORD = "max.message.bytes";

    /** Differences that only the owner of the topic can resolve, each with the remedy. */
    List<String> mismatches(Topic<?, ?> expected) {
        List<String> mismatches = new ArrayList<>();
        if (expected.partitioning() == Partitioning.AGREED && partitions != expected.partitions()) {
            mismatches.add("topic " + name + " has " + partitions + " partitions, expected " + expected.partitions()
                    + ": set topics.partitions to the number that all topics have; if partitions were added to this one,"
                    + " docs/deploy.md, 'Partitions that were added', says how it gets back those that it had. Customers"
                    + " cannot move between partitions: for another number create the topics anew under another"
                    + " topics.prefix and replay");
        }
        String timestamps = setting(TIMESTAMP_TYPE);
        String expectedTimestamps = expected.recordTime().timestampType();
        if (!timestamps.equals(expectedTimestamps)) {
            mismatches.add(
                    "topic " + name + " has " + TIMESTAMP_TYPE + "=" + timestamps + ", expected " + expectedTimestamps
                            + ": records that are on it already carry the wrong times, so delete it if it is empty and provision"
                            + " again, or use another topics.prefix and replay");
        }
        return mismatches;
    }

    /** A maximum record size below what writers need; provisioning raises it. */
    Optional<String> tooSmall(Topic<?, ?> expected) {
        int least = expected.largestRecord().bytes();
        return Optional.of(setting(LARGEST_RECORD))
                .filter(largest -> !largest.isEmpty() && Integer.parseInt(largest) < least)
                .map(largest -> "topic " + name + " has " + LARGEST_RECORD + "=" + largest + ", expected at least "
                        + least + ": run 'truenorth provision' against this Kafka");
    }

    /** The value of a setting; empty if the brokers do not report it. */
    String setting(String name) {
        return config.getOrDefault(name, "");
    }
}
