package io.truenorth.cli.privacy.export;

import io.truenorth.cli.ledger.LedgerPages;
import io.truenorth.contract.LedgerPart;
import io.truenorth.query.QueryClient;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Utf8Order;
import io.truenorth.schemas.KeyPartition;
import io.truenorth.schemas.serde.LedgerFileReader;
import io.truenorth.schemas.serde.LedgerPage;
import io.truenorth.schemas.serde.LedgerPieces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is stored of one customer, in the parts of an export. */
final class StoredLedgers {
    private static final int FIRST_SURROGATE = Character.MIN_SURROGATE;
    private static final int LAST_SURROGATE = Character.MAX_SURROGATE;
    /** Greater than what follows in any usual id. */
    private static final String HIGHEST = Character.toString(Character.MAX_CODE_POINT);

    private StoredLedgers() {}

    /** Returns the parts of a customer; none if nothing is stored. */
    static List<LedgerPart> partsOf(QueryClient queries, String customer) throws IOException {
        int partitions = LedgerPages.partitions(queries);
        int partition = KeyPartition.of(customer.getBytes(StandardCharsets.UTF_8), partitions);
        String after = before(customer);
        while (Utf8Order.compare(after, customer) < 0) {
            byte[] bytes = queries.ledgers(partition, after, 1);
            LedgerPage page = LedgerPage.of(bytes);
            if (page.customers() == 0) {
                return List.of();
            }
            after = page.last();
            if (after.equals(customer)) {
                return parts(bytes, customer);
            }
        }
        return List.of();
    }

    /** A text close before another in the order of UTF-8, so that the customer of that id is on one of the next pages. */
    private static String before(String customer) {
        int last = customer.codePointBefore(customer.length());
        String beginning = customer.substring(0, customer.length() - Character.charCount(last));
        int earlier = last - 1;
        if (earlier >= FIRST_SURROGATE && earlier <= LAST_SURROGATE) {
            earlier = FIRST_SURROGATE - 1;
        }
        return earlier < ' ' ? beginning : beginning + Character.toString(earlier) + HIGHEST;
    }

    private static List<LedgerPart> parts(byte[] page, String customer) throws IOException {
        List<LedgerPart> parts = new ArrayList<>();
        try (LedgerFileReader file = new LedgerFileReader(new ByteArrayInputStream(page))) {
            for (Optional<LedgerPart> part = file.next(); part.isPresent(); part = file.next()) {
                if (part.get().getCustomer().equals(customer)) {
                    parts.add(part.get());
                }
            }
        }
        return parts;
    }

    /**
     * Returns the union of the ledgers of all identities.
     *
     * @param reactionWindow of the deployment, in ms
     */
    static RelationshipLedger union(List<LedgerPart> parts, long reactionWindow) {
        RelationshipLedger union = new RelationshipLedger(reactionWindow);
        parts.stream()
                .flatMap(part -> part.getLedgers().stream())
                .forEach(ledger -> union.addAll(LedgerPieces.joined(ledger)));
        return union;
    }
}
