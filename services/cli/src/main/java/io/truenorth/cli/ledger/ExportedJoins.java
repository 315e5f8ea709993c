package io.truenorth.cli.ledger;

import io.truenorth.query.QueryClient;
import io.truenorth.schemas.serde.LedgerPage;
import java.io.IOException;

/**
 * What the streams service has done about identities at a moment.
 *
 * @param done how many customers were joined and identities split, since the deployment's start
 * @param underWay messages sent and not handled yet; after a join these may move ledgers
 */
record ExportedJoins(long done, long underWay) {
    static ExportedJoins now(QueryClient queries, int partitions) throws IOException {
        long done = 0;
        long underWay = 0;
        for (int partition = 0; partition < partitions; partition++) {
            LedgerPage page = LedgerPage.of(queries.ledgers(partition, "", 1));
            done += page.joins();
            underWay += page.messages();
        }
        return new ExportedJoins(done, underWay);
    }

    /** Returns whether nothing has moved between customers until a later moment. */
    boolean allowExactExport(ExportedJoins later) {
        return done == later.done && underWay == 0 && later.underWay == 0;
    }

    long since(ExportedJoins earlier) {
        return done - earlier.done;
    }
}
