package io.truenorth.deployment;

import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Partitions cannot be read, as those without a leader. */
public final class UnreadablePartitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For partitions of which nothing has come for some time. */
    public UnreadablePartitionException(Collection<TopicPartition> partitions) {
        super(
                partitions.stream().map(TopicPartition::toString).sorted().collect(Collectors.joining(", "))
                        + " cannot be read: kafka-topics.sh --describe --unavailable-partitions lists the partitions without a leader");
    }
}
