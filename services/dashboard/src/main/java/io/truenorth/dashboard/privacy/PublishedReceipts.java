package io.truenorth.dashboard.privacy;

import io.truenorth.contract.PrivacyReceipt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The latest receipts of requests to erase customers and to set consent, 100 000 of each kind: about 1 kB for each erasure. The
 * erasures themselves are all kept, by {@link PublishedErasures}. Thread-safe.
 */
public final class PublishedReceipts {
    private static final int MOST_OF_A_KIND = 100_000;

    private final PublishedErasures erasures;
    private final int mostOfAKind;
    private final Map<String, Receipt> byKey = new HashMap<>();
    private final NavigableSet<Receipt> latest = new TreeSet<>(Receipt.LATEST_FIRST);
    private final NavigableSet<Receipt> ofErasures = new TreeSet<>(Receipt.LATEST_FIRST);
    private final NavigableSet<Receipt> ofConsent = new TreeSet<>(Receipt.LATEST_FIRST);
    private long droppedErasures;
    /** When the last trace of the dropped erasures is gone, epoch ms. */
    private long droppedGoneBy;

    /** No receipts yet. Receipts of erasures outlive the events that told of them, so they are added to the erasures. */
    public PublishedReceipts(PublishedErasures erasures) {
        this(erasures, MOST_OF_A_KIND);
    }

    PublishedReceipts(PublishedErasures erasures, int mostOfAKind) {
        this.erasures = erasures;
        this.mostOfAKind = mostOfAKind;
    }

    /** Stores the receipt of a record, or removes it if it is null. */
    public void accept(String key, @Nullable PrivacyReceipt published) {
        Optional<Receipt> receipt = Optional.ofNullable(published).map(value -> Receipt.of(key, value));
        store(key, receipt);
        receipt.filter(Receipt::isErasure)
                .ifPresent(
                        done -> erasures.add(new ErasedIdentities(Set.copyOf(done.identities()), done.executedAt())));
    }

    private synchronized void store(String key, Optional<Receipt> receipt) {
        Optional.ofNullable(byKey.get(key)).ifPresent(this::remove);
        receipt.ifPresent(current -> {
            byKey.put(key, current);
            latest.add(current);
            ofKind(current).add(current);
        });
        if (ofConsent.size() > mostOfAKind) {
            remove(ofConsent.last());
        }
        if (ofErasures.size() > mostOfAKind) {
            Receipt earliest = ofErasures.last();
            remove(earliest);
            droppedErasures++;
            droppedGoneBy = Math.max(droppedGoneBy, earliest.goneBy().orElse(0));
        }
    }

    private NavigableSet<Receipt> ofKind(Receipt receipt) {
        return receipt.isErasure() ? ofErasures : ofConsent;
    }

    private void remove(Receipt receipt) {
        byKey.remove(receipt.key());
        latest.remove(receipt);
        ofKind(receipt).remove(receipt);
    }

    /** The receipt of the record with a key. */
    public synchronized Optional<Receipt> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The receipts of requests with an id, the latest first: several if the id was used for several persons. */
    public synchronized List<Receipt> ofRequest(String requestId) {
        return latest.stream()
                .filter(receipt -> receipt.requestId().equals(requestId))
                .toList();
    }

    /**
     * A page of the receipts that match, the latest first.
     *
     * @param after the last receipt of the page before
     */
    public synchronized Page page(Predicate<Receipt> filter, int limit, Optional<Receipt> after) {
        List<Receipt> rows = after.map(last -> latest.tailSet(last, false)).orElse(latest).stream()
                .filter(filter)
                .limit(limit + 1L)
                .toList();
        boolean more = rows.size() > limit;
        return new Page(
                latest.stream().filter(filter).count(), more ? rows.subList(0, limit) : List.copyOf(rows), more);
    }

    /** The numbers of receipts at a time, epoch ms. */
    public synchronized Totals totals(long now) {
        long due = 0;
        long goneBy = droppedGoneBy;
        for (Receipt receipt : ofErasures) {
            if (receipt.isDue(now)) {
                due++;
                goneBy = Math.max(goneBy, receipt.goneBy().orElse(0));
            }
        }
        return new Totals(
                ofErasures.size() + droppedErasures,
                due,
                goneBy > now ? OptionalLong.of(goneBy) : OptionalLong.empty(),
                ofConsent.size());
    }

    /**
     * A page.
     *
     * @param total the number of receipts that match
     * @param receipts those of the page
     * @param hasMore whether there is another page
     */
    public record Page(long total, List<Receipt> receipts, boolean hasMore) {
        /** Copies the receipts. */
        public Page {
            receipts = List.copyOf(receipts);
        }
    }

    /**
     * How many receipts there are.
     *
     * @param erasures of erasures, those that are not kept included
     * @param due kept ones of erasures that leave traces, which the settings of topics and stores have yet to remove
     * @param goneBy when the last trace of any erasure is gone, epoch ms; empty if there are none
     * @param consents kept ones of consent
     */
    public record Totals(long erasures, long due, OptionalLong goneBy, long consents) {}
}
