package io.truenorth.streams.customer;

import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.identity.IdentityHash;
import io.truenorth.identity.joining.CustomerMessage.Erase;
import io.truenorth.identity.joining.ErasureRequest;
import io.truenorth.identity.joining.Evidence;
import io.truenorth.identity.joining.IdentityPair;
import io.truenorth.identity.joining.JoinListener;
import io.truenorth.identity.joining.RefusedLink;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** Counts and publishes what becomes of links and requests. Confined to the partition's stream thread. */
final class JoinEvents implements JoinListener {
    private final Relationships relationships;
    private final JoinOutput output;
    private final LongSupplier causedAt;
    private final ErasurePlaces places;

    /**
     * @param causedAt the time of the record that is being processed, or that caused the message, epoch ms
     * @param places that a receipt names
     */
    JoinEvents(Relationships relationships, JoinOutput output, LongSupplier causedAt, ErasurePlaces places) {
        this.relationships = relationships;
        this.output = output;
        this.causedAt = causedAt;
        this.places = places;
    }

    @Override
    public void joined(String customer, String joined, Set<String> identities, IdentityPair link, Evidence evidence) {
        relationships.joins().joined++;
        relationships.joinedAfter(relationships.now() - causedAt.getAsLong());
        output.publish(event(customer, IdentityEventType.JOINED, evidence)
                .setIdentities(identities.stream().sorted().toList())
                .setFirst(link.first())
                .setSecond(link.second())
                .build());
    }

    @Override
    public void redirected(String customer, String into) {
        output.redirect(customer, into, causedAt.getAsLong());
    }

    @Override
    public void restored(String customer) {
        relationships.restored(relationships.customer(customer));
        output.redirect(customer, null, causedAt.getAsLong());
    }

    @Override
    public void refused(String customer, RefusedLink refusal) {
        relationships.joins().countRefused(refusal.reason());
        output.publish(event(customer, IdentityEventType.REFUSED, refusal.evidence())
                .setFirst(refusal.link().first())
                .setSecond(refusal.link().second())
                .setReason(refusal.reason().name())
                .build());
    }

    @Override
    public void split(String customer, String identity, Set<IdentityPair> dropped, Evidence request) {
        relationships.joins().split++;
        output.publish(event(customer, IdentityEventType.SPLIT, request)
                .setIdentities(List.of(identity))
                .build());
    }

    @Override
    public void notSplit(String identity, Evidence request) {
        output.publish(event(identity, IdentityEventType.NOT_SPLIT, request)
                .setIdentities(List.of(identity))
                .build());
    }

    @Override
    public void erased(String customer, Set<String> identities, Erase erase, long at, boolean known) {
        ErasureRequest request = erase.request();
        relationships.erased(relationships.customer(customer));
        List<String> hashes = identities.stream().map(IdentityHash::of).sorted().toList();
        Evidence evidence = new Evidence(request.requestedBy(), request.id(), request.requestedAt(), true);
        output.publish(event(IdentityHash.of(customer), IdentityEventType.ERASED, evidence)
                .setIdentities(hashes)
                .build());
        PrivacyReceipt receipt = PrivacyReceipt.newBuilder()
                .setRequestId(request.id())
                .setOutcome(known ? PrivacyOutcome.ERASED : PrivacyOutcome.NOTHING_KNOWN)
                .setIdentities(hashes)
                .setRequestedBy(request.requestedBy())
                .setRequestedAt(request.requestedAt())
                .setExecutedAt(at)
                .setLaterEvents(request.dropsLater() ? LaterEvents.DROP : LaterEvents.BEGIN_ANEW)
                .setConsent(null)
                .setPlaces(places.at(at))
                .build();
        output.publish(erase.identity(), receipt);
    }

    private IdentityEvent.Builder event(String customer, IdentityEventType type, Evidence evidence) {
        return IdentityEvent.newBuilder()
                .setCustomer(customer)
                .setType(type)
                .setSource(evidence.source())
                .setEventId(evidence.eventId())
                .setOccurredAt(evidence.at())
                .setByHand(evidence.byHand())
                .setAt(relationships.now());
    }
}
