package io.truenorth.cli.privacy.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Direction;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.Touchpoint;
import io.truenorth.identity.IdentityHash;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceClaimsTest {
    private static final String ORDER = "order:1017";

    @Test
    void aReferenceBelongsToTheFirstEventsIdentity() {
        ReferenceClaims owners = new ReferenceClaims(List.of(), List.of());
        owners.claim(ORDER, "crm:c-17", event("e-2", 200));
        owners.claim(ORDER, "crm:c-1", event("e-1", 100));
        owners.claim(ORDER, "crm:c-18", event("e-3", 300));

        assertThat(owners.owner(ORDER)).contains("crm:c-1");
        assertThat(owners.evidence(ORDER).orElseThrow().eventId()).isEqualTo("e-1");
        assertThat(owners.owner("order:101")).isEmpty();
    }

    @Test
    void whatWasClaimedBeforeAnErasureBelongsToNobody() {
        ReferenceClaims anew = new ReferenceClaims(List.of(receipt(LaterEvents.BEGIN_ANEW, 150, "crm:c-1")), List.of());
        anew.claim(ORDER, "crm:c-1", event("e-1", 150));
        assertThat(anew.owner(ORDER)).isEmpty();

        anew.claim(ORDER, "crm:c-1", event("e-4", 400));
        anew.claim(ORDER, "crm:c-17", event("e-2", 200));
        assertThat(anew.owner(ORDER)).contains("crm:c-17");

        ReferenceClaims dropped = new ReferenceClaims(List.of(receipt(LaterEvents.DROP, 150, "crm:c-1")), List.of());
        dropped.claim(ORDER, "crm:c-1", event("e-4", 400));
        assertThat(dropped.owner(ORDER)).isEmpty();
    }

    @Test
    void theLastConflictSaysWhoHasItIfTheFirstEventIsGone() {
        ReferenceClaims owners = new ReferenceClaims(
                List.of(), List.of(conflict("crm:c-18", "crm:c-1", 900), conflict("crm:c-17", "crm:c-1", 300)));
        owners.claim(ORDER, "crm:c-1", event("e-1", 100));

        assertThat(owners.owner(ORDER)).contains("crm:c-18");
        assertThat(owners.evidence(ORDER)).isEmpty();
    }

    @Test
    void aConflictOfAnErasedOwnerIsOver() {
        ReferenceClaims owners = new ReferenceClaims(
                List.of(receipt(LaterEvents.BEGIN_ANEW, 950, "crm:c-18")),
                List.of(conflict("crm:c-18", "crm:c-1", 900)));
        owners.claim(ORDER, "crm:c-1", event("e-1", 100));

        assertThat(owners.owner(ORDER)).contains("crm:c-1");
    }

    private static Touchpoint event(String id, long at) {
        return Touchpoint.newBuilder()
                .setEventId(id)
                .setIdentities(List.of())
                .setOccurredAt(at)
                .setReceivedAt(at)
                .setDirection(Direction.IN)
                .setReferences(List.of())
                .build();
    }

    private static PrivacyReceipt receipt(LaterEvents laterEvents, long at, String identity) {
        return new PrivacyReceipt(
                "dsr-1",
                PrivacyOutcome.ERASED,
                List.of(IdentityHash.of(identity)),
                "officer",
                at,
                at,
                laterEvents,
                null,
                List.of());
    }

    private static IdentityEvent conflict(String owner, String other, long at) {
        return IdentityEvent.newBuilder()
                .setCustomer(owner)
                .setType(IdentityEventType.REFERENCE_CONFLICT)
                .setIdentities(List.of(owner, other))
                .setFirst(ORDER)
                .setOccurredAt(at)
                .setAt(at)
                .build();
    }
}
