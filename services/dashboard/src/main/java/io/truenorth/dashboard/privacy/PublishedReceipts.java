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
 * The receipts of requests to erase customers and to set consent: of erasures all that are on the topic, about 1 kB each; of consent,
 * which can be set for everybody at once, the latest 100 000. Thread-safe.
 */
public final class PublishedReceipts {
    private static final int MOST_CONSENTS = 100_000;

    private final PublishedErasures erasures;
    private final int mostConsents;
    private final Map<String, Receipt> byRequest = new HashMap<>();
    private final NavigableSet<Receipt> latest = new TreeSet<>(Receipt.LATEST_FIRST);
    private final NavigableSet<Receipt> consents = new TreeSet<>(Receipt.LATEST_FIRST);

    /** No receipts yet. Receipts of erasures outlive the events that told of them, so they are added to the erasures. */
    public PublishedReceipts(PublishedErasures erasures) {
        this(erasures, MOST_CONSENTS);
    }

    PublishedReceipts(PublishedErasures erasures, int mostConsents) {
        this.erasures = erasures;
        this.mostConsents = mostConsents;
    }

    /** Stores the receipt of a request, or removes it if it is null. */
    public void accept(String requestId, @Nullable PrivacyReceipt published) {
        Optional<Receipt> receipt = Optional.ofNullable(published).map(Receipt::of);
        store(requestId, receipt);
        receipt.filter(Receipt::isErasure)
                .ifPresent(
                        done -> erasures.add(new ErasedIdentities(Set.copyOf(done.identities()), done.executedAt())));
    }

    private synchronized void store(String requestId, Optional<Receipt> receipt) {
        Optional.ofNullable(byRequest.remove(requestId)).ifPresent(this::drop);
        receipt.ifPresent(current -> {
            byRequest.put(requestId, current);
            latest.add(current);
            if (!current.isErasure()) {
                consents.add(current);
            }
        });
        if (consents.size() > mostConsents) {
            Receipt earliest = consents.last();
            byRequest.remove(earliest.requestId());
            drop(earliest);
        }
    }

    private void drop(Receipt receipt) {
        latest.remove(receipt);
        consents.remove(receipt);
    }

    /** The receipt of a request. */
    public synchronized Optional<Receipt> find(String requestId) {
        return Optional.ofNullable(byRequest.get(requestId));
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
        List<Receipt> due =
                latest.stream().filter(receipt -> receipt.isDue(now)).toList();
        return new Totals(
                (long) latest.size() - consents.size(),
                due.size(),
                due.stream()
                        .mapToLong(receipt -> receipt.goneBy().orElseThrow())
                        .max(),
                consents.size());
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
     * @param erasures of erasures
     * @param due of erasures that leave traces, which the settings of topics and stores have yet to remove
     * @param goneBy when the last of these traces is gone, epoch ms; empty if there are none
     * @param consents of consent
     */
    public record Totals(long erasures, long due, OptionalLong goneBy, long consents) {}
}
