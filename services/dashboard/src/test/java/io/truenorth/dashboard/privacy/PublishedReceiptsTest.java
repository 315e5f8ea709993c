package io.truenorth.dashboard.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.dashboard.Population;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PublishedReceiptsTest {
    private static final long NOW = Population.NOW;
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final PublishedErasures erasures = new PublishedErasures();
    private final PublishedReceipts receipts = new PublishedReceipts(erasures, 3);

    @Test
    void theLatestComeFirstPageByPage() {
        accept(KnownReceipts.erased("er-1", List.of("crm:ann"), NOW - 3));
        accept(KnownReceipts.unknown("er-3", "crm:cyd", NOW - 1));
        accept(KnownReceipts.erased("er-2", List.of("crm:bob"), NOW - 2));

        PublishedReceipts.Page first = receipts.page(receipt -> true, 2, Optional.empty());
        PublishedReceipts.Page second =
                receipts.page(receipt -> true, 2, Optional.of(first.receipts().get(1)));

        assertThat(first.total()).isEqualTo(3);
        assertThat(first.receipts()).extracting(Receipt::requestId).containsExactly("er-3", "er-2");
        assertThat(first.hasMore()).isTrue();
        assertThat(second.receipts()).extracting(Receipt::requestId).containsExactly("er-1");
        assertThat(second.hasMore()).isFalse();
    }

    @Test
    void traceAreLeftUntilTheLastPlaceIsClean() {
        accept(KnownReceipts.erased("er-1", List.of("crm:ann"), NOW));
        accept(KnownReceipts.unknown("er-2", "crm:bob", NOW));

        PublishedReceipts.Totals before = receipts.totals(NOW + 30 * DAY - 1);
        PublishedReceipts.Totals then = receipts.totals(NOW + 30 * DAY);

        assertThat(before).isEqualTo(new PublishedReceipts.Totals(2, 1, OptionalLong.of(NOW + 30 * DAY), 0));
        assertThat(then).isEqualTo(new PublishedReceipts.Totals(2, 0, OptionalLong.empty(), 0));
    }

    @Test
    void aReceiptThatIsPublishedAgainIsOne() {
        accept(KnownReceipts.erased("er-1", List.of("crm:ann"), NOW));
        accept(KnownReceipts.erased("er-1", List.of("crm:ann"), NOW));
        accept(KnownReceipts.consent("co-1", "crm:bob", NOW));
        receipts.accept("co-1", null);

        assertThat(receipts.page(receipt -> true, 10, Optional.empty()).receipts())
                .extracting(Receipt::requestId)
                .containsExactly("er-1");
    }

    @Test
    void ofOneRequestIdEachPersonHasAReceipt() {
        receipts.accept(KnownReceipts.key("er-1", "crm:ann"), KnownReceipts.erased("er-1", List.of("crm:ann"), NOW));
        receipts.accept(KnownReceipts.key("er-1", "crm:bob"), KnownReceipts.erased("er-1", List.of("crm:bob"), NOW));
        receipts.accept(KnownReceipts.key("er-1", "crm:bob"), KnownReceipts.erased("er-1", List.of("crm:bob"), NOW));
        receipts.accept("er-2", KnownReceipts.unknown("er-2", "crm:cyd", NOW));

        assertThat(receipts.ofRequest("er-1"))
                .extracting(Receipt::identities)
                .containsExactlyInAnyOrder(
                        List.of(HashedIdentity.of("crm:ann")), List.of(HashedIdentity.of("crm:bob")));
        assertThat(receipts.ofRequest("er-2")).extracting(Receipt::key).containsExactly("er-2");
        assertThat(receipts.find(KnownReceipts.key("er-1", "crm:ann")))
                .hasValueSatisfying(
                        found -> assertThat(found.identities()).containsExactly(HashedIdentity.of("crm:ann")));

        receipts.accept(KnownReceipts.key("er-1", "crm:ann"), null);
        assertThat(receipts.ofRequest("er-1")).hasSize(1);
    }

    /** The oldest of consent goes, whatever the number of erasures. */
    @Test
    void ofConsentTheLatestAreKept() {
        accept(KnownReceipts.erased("er-1", List.of("crm:ann"), NOW - 9));
        accept(KnownReceipts.consent("co-3", "crm:dan", NOW));
        accept(KnownReceipts.consent("co-1", "crm:bob", NOW - 2));
        accept(KnownReceipts.consent("co-2", "crm:cyd", NOW - 1));
        accept(KnownReceipts.consent("co-0", "crm:eve", NOW - 3));

        assertThat(receipts.find("co-0")).isEmpty();
        assertThat(receipts.totals(NOW).consents()).isEqualTo(3);
        assertThat(receipts.page(receipt -> true, 10, Optional.empty()).receipts())
                .extracting(Receipt::requestId)
                .containsExactly("co-3", "co-2", "co-1", "er-1");
    }

    @Test
    void ofErasuresTheLatestAreKeptAndAllAreCountedAndHold() {
        accept(KnownReceipts.erased("er-2", List.of("crm:bob"), NOW - 2 * DAY));
        accept(KnownReceipts.erased("er-1", List.of("crm:ann"), NOW - DAY));
        accept(KnownReceipts.unknown("er-3", "crm:cyd", NOW));
        accept(KnownReceipts.unknown("er-4", "crm:dan", NOW));
        accept(KnownReceipts.unknown("er-5", "crm:eve", NOW));

        assertThat(receipts.page(receipt -> true, 10, Optional.empty()).receipts())
                .extracting(Receipt::requestId)
                .containsExactlyInAnyOrder("er-3", "er-4", "er-5");
        assertThat(receipts.find("er-1")).isEmpty();
        assertThat(receipts.totals(NOW))
                .as("the date is that of all erasures, also of those that are not kept")
                .isEqualTo(new PublishedReceipts.Totals(5, 0, OptionalLong.of(NOW + 29 * DAY), 0));
        assertThat(receipts.totals(NOW + 29 * DAY).goneBy()).isEmpty();
        assertThat(erasures.erasedAt("crm:bob")).hasValue(NOW - 2 * DAY);
    }

    /** The events that told of it are deleted after 30 days, and what they erased may be read once more. */
    @Test
    void whoHasAReceiptIsErased() {
        accept(KnownReceipts.erased("er-1", List.of("crm:ann", "card:4711"), NOW));
        accept(KnownReceipts.unknown("er-2", "crm:bob", NOW));
        accept(KnownReceipts.consent("co-1", "crm:cyd", NOW));

        assertThat(erasures.erasedAt("card:4711")).hasValue(NOW);
        assertThat(erasures.erasedAt("crm:bob")).hasValue(NOW);
        assertThat(erasures.erasedAt("crm:cyd")).isEmpty();
    }

    private void accept(PrivacyReceipt receipt) {
        receipts.accept(receipt.getRequestId(), receipt);
    }
}
