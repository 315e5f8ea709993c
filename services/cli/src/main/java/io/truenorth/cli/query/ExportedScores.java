package io.truenorth.cli.query;

import io.truenorth.query.QueryClient;
import io.truenorth.query.QueryFailedException;
import io.truenorth.query.ScoresQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The scores of all customers at a point in time, ordered by id (as UTF-8): a merge of the pages of all partitions,
 * one page of each in memory. Fails if a partition moves meanwhile.
 */
public final class ExportedScores {
    private static final int PAGE_SIZE = 1_000;

    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparing(Head::id, Arrays::compareUnsigned));

    /** The next customer of a partition. Ids are compared in the order of the stores. */
    private record Head(byte[] id, ExportedCustomer customer, PartitionScores partition) {}

    private ExportedScores() {}

    /**
     * Starts an export.
     *
     * @param asOf epoch ms
     * @param prefix the prefix of customer ids; may be empty
     * @throws QueryFailedException if the deployment does not respond
     */
    public static ExportedScores of(QueryClient queries, long asOf, String prefix) {
        ExportedScores export = new ExportedScores();
        for (PartitionScores partition : partitions(queries, asOf, prefix)) {
            export.push(partition);
        }
        return export;
    }

    private static List<PartitionScores> partitions(QueryClient queries, long asOf, String prefix) {
        Instant moment = Instant.ofEpochMilli(asOf);
        int count = queries.scores(ScoresQuery.ofAll(1).withPrefix(prefix)).partitions();
        return IntStream.range(0, count)
                .mapToObj(partition -> ScoresQuery.ofAll(PAGE_SIZE)
                        .asOf(moment)
                        .withPrefix(prefix)
                        .ofPartition(partition))
                .map(query -> new PartitionScores(queries, query))
                .toList();
    }

    /**
     * The next customer; empty at the end.
     *
     * @throws QueryFailedException if the deployment does not respond, or a partition has moved
     */
    public Optional<ExportedCustomer> next() {
        Head head = heads.poll();
        if (head == null) {
            return Optional.empty();
        }
        head.partition().skip();
        push(head.partition());
        return Optional.of(head.customer());
    }

    private void push(PartitionScores partition) {
        @Nullable ExportedCustomer customer = partition.peek();
        if (customer != null) {
            heads.add(new Head(customer.customer().getBytes(StandardCharsets.UTF_8), customer, partition));
        }
    }
}
