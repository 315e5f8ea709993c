package io.truenorth.query;

import java.util.List;
import java.util.Optional;

/**
 * The status of one instance of the streams service: {@code GET /v1/status}.
 *
 * @param state the state of Kafka Streams, such as {@code running} or {@code rebalancing}
 * @param partitions the number of partitions of the topic of touchpoints, on all instances together
 * @param counters of the partitions that this instance has and that are restored
 * @param lagRecords touchpoints on the partitions of this instance that it has not read yet; absent until its consumers have
 *     fetched
 * @param arrivalToScoreP99Millis 99 of 100 touchpoints were scored within this time of their arrival, lately; absent if there
 *     were none
 */
public record StreamsStatus(
        String state,
        int partitions,
        List<PartitionStatus> counters,
        Optional<Long> lagRecords,
        Optional<Double> arrivalToScoreP99Millis) {

    /**
     * What became of the touchpoints of a partition, since it was created.
     *
     * @param partition from 0 on
     * @param received records read from the topic
     * @param scored touchpoints added to a customer's ledger
     * @param duplicates touchpoints that had been counted before
     * @param failed records that were rejected
     * @param waiting touchpoints that wait until it is known whose their reference is
     * @param suppressed touchpoints of who was erased or does not consent to scoring
     */
    public record PartitionStatus(
            int partition, long received, long scored, long duplicates, long failed, long waiting, long suppressed) {}
}
