package io.truenorth.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of {@code GET /v1/scores}.
 *
 * @param asOf the moment of the scores
 * @param since the moment they are compared with; absent if none was asked for
 * @param partition the partition of these customers
 * @param partitions the number of partitions
 * @param scores in the order of the customers' ids (as UTF-8)
 * @param next the cursor of the next page; absent on the last page
 */
public record ScoresPage(
        Instant asOf,
        Optional<Instant> since,
        int partition,
        int partitions,
        List<CustomerScore> scores,
        Optional<String> next) {}
