package io.truenorth.cli.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The scores of all customers at a point in time, ordered by id (as UTF-8): a merge of the pages of all partitions,
 * one page of each in memory. Fails if a partition moves meanwhile.
 */
public final class ExportedScores {
    private static final int MOVED = 409;

    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparing(Head::id, Arrays::compareUnsigned));

    /** The first customer of a partition that is not taken yet; ids are compared as the stores order them. */
    private record Head(byte[] id, CustomerStanding customer, PartitionScores partition) {}

    private ExportedScores() {}

    /**
     * Begins an export.
     *
     * @param asOf epoch ms
     * @param prefix of the customers' ids; may be empty
     * @throws QueryFailedException if the deployment does not answer
     */
    public static ExportedScores of(QueryClient queries, long asOf, String prefix) throws InterruptedException {
        ExportedScores export = new ExportedScores();
        for (PartitionScores partition : partitions(queries, asOf, prefix)) {
            export.push(partition);
        }
        return export;
    }

    private static List<PartitionScores> partitions(QueryClient queries, long asOf, String prefix)
            throws InterruptedException {
        int count = queries.get("/v1/scores?limit=1&prefix=" + QueryClient.escaped(prefix))
                .path("partitions")
                .asInt();
        if (count < 1) {
            throw new QueryFailedException(
                    0, "the streams service does not tell how many partitions it has: is it older?");
        }
        List<PartitionScores> partitions = new ArrayList<>(count);
        for (int partition = 0; partition < count; partition++) {
            partitions.add(new PartitionScores(queries, asOf, prefix, partition));
        }
        return partitions;
    }

    /**
     * The next customer; nothing at the end.
     *
     * @throws QueryFailedException if the deployment does not answer any more, or a partition has moved
     */
    public Optional<CustomerStanding> next() throws InterruptedException {
        Head head = heads.poll();
        if (head == null) {
            return Optional.empty();
        }
        head.partition().skip();
        push(head.partition());
        return Optional.of(head.customer());
    }

    private void push(PartitionScores partition) throws InterruptedException {
        CustomerStanding customer = peek(partition);
        if (customer != null) {
            heads.add(new Head(customer.customer().getBytes(StandardCharsets.UTF_8), customer, partition));
        }
    }

    private static @Nullable CustomerStanding peek(PartitionScores partition) throws InterruptedException {
        try {
            return partition.peek();
        } catch (QueryFailedException e) {
            if (e.status() == MOVED) {
                throw new QueryFailedException(
                        MOVED,
                        "a partition moved to another instance during the export, which is not complete: try again");
            }
            throw e;
        }
    }
}
