package io.truenorth.streams.customer;

import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import io.truenorth.identity.joining.Content;
import io.truenorth.identity.joining.Evidence;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.identity.joining.Suppressions;
import io.truenorth.schemas.FailureReason;
import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.decode.RejectedRecord;
import io.truenorth.streams.decode.ValidTouchpoint;
import io.truenorth.streams.identity.JoinMessage;
import io.truenorth.streams.identity.JoinMessage.ToReference;
import io.truenorth.streams.identity.ReceivedTouchpoint;
import io.truenorth.streams.identity.ReferenceClaim;
import io.truenorth.streams.identity.ReferenceConflict;
import io.truenorth.streams.reference.References;
import io.truenorth.streams.reference.WaitingTouchpoint;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings touchpoints that name no customer to the owner of their first reference. Of touchpoints that name one, the
 * references are claimed for their identity. Confined to the partition's stream thread.
 */
final class ReferencedTouchpoints {
    private static final String PATH = "references[0]";
    /** A claim is stored with each reference. */
    private static final int MOST_OTHERS = 5;

    private final Relationships relationships;
    private final References references;
    private final JoinOutput output;
    private final Suppressions suppressions;
    private final Consumer<JoinMessage> messages;
    private final BiConsumer<String, Content> toOwner;

    /**
     * Creates the handler of a partition's references.
     *
     * @param suppressions the erased identities, which claim nothing by what came before their erasure
     * @param messages sends a message
     * @param toOwner adds something at the customer of an identity
     */
    ReferencedTouchpoints(
            Relationships relationships,
            JoinOutput output,
            Suppressions suppressions,
            Consumer<JoinMessage> messages,
            BiConsumer<String, Content> toOwner) {
        this.relationships = relationships;
        this.references = relationships.references();
        this.output = output;
        this.suppressions = suppressions;
        this.messages = messages;
        this.toOwner = toOwner;
    }

    /** Claims the references of a touchpoint for its identity. */
    void claim(ValidTouchpoint touchpoint) {
        claim(touchpoint, touchpoint.references());
    }

    /** Returns a touchpoint as one of the owner of its first reference, and claims the others for them. */
    ValidTouchpoint owned(ValidTouchpoint touchpoint, String owner) {
        ValidTouchpoint owned = touchpoint.of(owner);
        claim(owned, owned.references().subList(1, owned.references().size()));
        return owned;
    }

    private void claim(ValidTouchpoint touchpoint, List<String> claimed) {
        if (claimed.isEmpty()) {
            return;
        }
        Evidence evidence = new Evidence(touchpoint.source(), touchpoint.eventId(), touchpoint.occurredAt(), false);
        ReferenceClaim claim = new ReferenceClaim(
                touchpoint.identity(),
                touchpoint.others().stream().limit(MOST_OTHERS).toList(),
                evidence);
        claimed.forEach(reference -> messages.accept(new ToReference(reference, claim)));
    }

    /** Sends a touchpoint that names no customer to the owner of its first reference, or has it wait for one. */
    void receive(ReceivedRecord received, ValidTouchpoint touchpoint) {
        String reference = touchpoint.references().get(0);
        Optional<String> owner = references.owner(reference, relationships.now());
        if (owner.isPresent()) {
            send(owner.get(), received, touchpoint);
        } else if (references.await(
                reference, withoutErased(received, reference), touchpoint.source(), relationships.now())) {
            relationships.countWaiting(1);
        } else {
            reject(
                    received,
                    "expected a reference whose customer is known; the limit of 1 000 events that wait for one reference is reached",
                    touchpoint.source());
        }
    }

    /** A record that came with another key than its reference may wait for long: the key must not be an erased identity. */
    private ReceivedRecord withoutErased(ReceivedRecord received, String reference) {
        return suppressions.of(received.keyAsText()) == null ? received : received.withKey(reference);
    }

    private boolean isErased(String identity, Evidence evidence) {
        Suppression suppression = suppressions.of(identity);
        return suppression != null && suppression.covers(evidence.at());
    }

    /**
     * Handles a claim of a reference: whoever waits for its owner need not any longer. A claim that was under way when its
     * identity was erased claims nothing; what waits is the identity's all the same, and left out with it.
     */
    void handle(ToReference message) {
        ReferenceClaim claim = message.claim();
        String reference = message.key();
        if (isErased(claim.identity(), claim.evidence())) {
            release(reference, claim.identity());
            return;
        }
        long now = relationships.now();
        Optional<ReferenceClaim> conflict =
                references.claim(reference, claim.without(other -> isErased(other, claim.evidence())), now);
        String owner = references.owner(reference, now).orElseThrow();
        conflict.ifPresent(later -> toOwner.accept(owner, new ReferenceConflict(reference, later)));
        release(reference, owner);
    }

    private void release(String reference, String owner) {
        references.release(reference, waiting -> {
            relationships.countWaiting(-1);
            send(owner, waiting.received(), null);
        });
    }

    /** Publishes that two customers claim a reference; two identities of the owner's customer are no conflict. */
    void report(LiveCustomer customer, String owner, ReferenceConflict conflict) {
        String other = conflict.claim().identity();
        Evidence evidence = conflict.claim().evidence();
        if (customer.identities().hasMember(other) || isErased(other, evidence)) {
            return;
        }
        output.publish(IdentityEvent.newBuilder()
                .setCustomer(customer.id())
                .setType(IdentityEventType.REFERENCE_CONFLICT)
                .setIdentities(List.of(owner, other))
                .setFirst(conflict.reference())
                .setSource(evidence.source())
                .setEventId(evidence.eventId())
                .setOccurredAt(evidence.at())
                .setAt(relationships.now())
                .build());
    }

    /** Rejects touchpoints that have waited long enough, a batch of them. */
    void expire() {
        references.expire(relationships.now(), this::expired);
    }

    private void expired(WaitingTouchpoint waiting) {
        relationships.countWaiting(-1);
        reject(
                waiting.received(),
                "expected a reference whose customer is known; no event with a customer had it while this event waited",
                waiting.source());
    }

    private void send(String owner, ReceivedRecord received, @Nullable ValidTouchpoint decoded) {
        toOwner.accept(owner, new ReceivedTouchpoint(received, decoded));
    }

    private void reject(ReceivedRecord received, String message, String source) {
        RejectedRecord why = new RejectedRecord(FailureReason.UNKNOWN_REFERENCE, PATH, message, source);
        relationships.countFailed(why.reason());
        output.reject(received, why);
    }
}
