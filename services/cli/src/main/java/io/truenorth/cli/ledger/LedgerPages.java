package io.truenorth.cli.ledger;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.query.QueryClient;
import io.truenorth.schemas.serde.LedgerPage;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/** Reads what is stored of all customers of a running system, page by page. */
public final class LedgerPages {
    private static final int PAGE_SIZE = 2_000;

    private final QueryClient queries;
    private final int partitions;
    private final Consumer<String> progress;

    /**
     * @param partitions of the topic of touchpoints
     * @param progress receives how far it is
     */
    LedgerPages(QueryClient queries, int partitions, Consumer<String> progress) {
        this.queries = queries;
        this.partitions = partitions;
        this.progress = progress;
    }

    /** Returns the number of partitions of a system. */
    public static int partitions(QueryClient queries) throws IOException {
        return LedgerPage.of(queries.ledgers(0, "", 1)).partitions();
    }

    /**
     * Passes each page, a file in Avro's format, to a visitor.
     *
     * @return the number of customers
     */
    long forEach(PageVisitor visitor) throws IOException {
        long customers = 0;
        for (int partition = 0; partition < partitions; partition++) {
            LedgerPage page = new LedgerPage(partitions, 1, "", 0, 0);
            while (page.customers() > 0) {
                byte[] bytes = queries.ledgers(partition, page.last(), PAGE_SIZE);
                page = LedgerPage.of(bytes);
                requirePartitions(page);
                visitor.visit(bytes);
                customers += page.customers();
                progress.accept(String.format(
                        Locale.ROOT, "%,d customers, partition %d of %d", customers, partition + 1, partitions));
            }
        }
        return customers;
    }

    private void requirePartitions(LedgerPage page) {
        if (page.partitions() != partitions) {
            throw new CommandFailure("the streams service has " + page.partitions()
                    + " partitions, and its topic of touchpoints " + partitions
                    + ": partitions were added; see docs/deploy.md, 'Partitions that were added'");
        }
    }

    /** Receives a page. */
    @FunctionalInterface
    interface PageVisitor {
        void visit(byte[] page) throws IOException;
    }
}
