package io.truenorth.cli.ledger;

import io.truenorth.contract.LedgerPart;
import io.truenorth.query.QueryClient;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Utf8Order;
import io.truenorth.schemas.serde.LedgerFileReader;
import io.truenorth.schemas.serde.LedgerPieces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The ledgers of the customers of a running system, as its streams service has them. Customers without a score are left out. */
public final class LiveLedgers {
    private final SortedMap<String, RelationshipLedger> ledgers = new TreeMap<>(Utf8Order::compare);
    private final long reactionWindow;

    private LiveLedgers(long reactionWindow) {
        this.reactionWindow = reactionWindow;
    }

    /**
     * Reads the ledgers of all identities of each customer as one, by customer in the order of UTF-8.
     *
     * @param reactionWindow of the deployment, ms
     * @param progress receives how far it is
     */
    public static SortedMap<String, RelationshipLedger> read(
            QueryClient queries, long reactionWindow, Consumer<String> progress) throws IOException {
        LiveLedgers all = new LiveLedgers(reactionWindow);
        new LedgerPages(queries, LedgerPages.partitions(queries), progress).forEach(all::add);
        return all.ledgers;
    }

    /** The last part of a customer tells whether there is a score: there is none without consent. */
    private void add(byte[] page) throws IOException {
        try (LedgerFileReader file = new LedgerFileReader(new ByteArrayInputStream(page))) {
            for (Optional<LedgerPart> next = file.next(); next.isPresent(); next = file.next()) {
                LedgerPart part = next.get();
                RelationshipLedger ledger =
                        ledgers.computeIfAbsent(part.getCustomer(), name -> new RelationshipLedger(reactionWindow));
                part.getLedgers().forEach(of -> ledger.addAll(LedgerPieces.joined(of)));
                if (part.getLast() && part.getPublished() == null) {
                    ledgers.remove(part.getCustomer());
                }
            }
        }
    }
}
