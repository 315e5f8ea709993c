package io.truenorth.streams.customer;

import io.truenorth.contract.Contributions;
import io.truenorth.contract.CustomerAttribute;
import io.truenorth.contract.IdentityConsent;
import io.truenorth.contract.IdentityLedger;
import io.truenorth.contract.IdentityLink;
import io.truenorth.contract.LedgerPart;
import io.truenorth.contract.PublishedScore;
import io.truenorth.contract.SplitIdentities;
import io.truenorth.contract.Stage;
import io.truenorth.identity.joining.CustomerIdentities;
import io.truenorth.identity.joining.Evidence;
import io.truenorth.identity.joining.IdentityPair;
import io.truenorth.streams.identity.IdentityState;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Maps stored customers to the contract's parts. Blocks and tails are exported as stored, in as many parts as needed for a
 * size that suits a record; a single block may exceed it.
 */
final class LedgerPartMapping {
    private static final int PART_BYTES = 512 << 10;

    private LedgerPartMapping() {}

    /** Adds the parts of a customer, the last of which has everything but ledgers and consent besides. */
    static void addParts(StoredCustomer customer, List<LedgerPart> parts) {
        LedgerPart part = part(customer.id());
        addConsents(customer, part);
        int bytes = 0;
        for (IdentityLedger ledger : ledgers(customer)) {
            int size =
                    ledger.getLedger().stream().mapToInt(ByteBuffer::remaining).sum();
            if (bytes > 0 && bytes + size > PART_BYTES) {
                part.setLast(false);
                parts.add(part);
                part = part(customer.id());
                bytes = 0;
            }
            part.getLedgers().add(ledger);
            bytes += size;
        }
        LedgerPart last = part;
        customer.header()
                .attributes()
                .byIdentity()
                .forEach((identity, attributes) -> attributes
                        .byName()
                        .forEach((name, set) -> last.getAttributes()
                                .add(new CustomerAttribute(
                                        name, set.value(), set.occurredAt(), set.eventId(), identity))));
        addIdentities(customer, last);
        last.setPublished(published(customer.header().published()));
        parts.add(last);
    }

    /** Consent is in the first part, so that no ledger is imported before it. */
    private static void addConsents(StoredCustomer customer, LedgerPart part) {
        customer.header()
                .consents()
                .byIdentity()
                .forEach((identity, known) -> known.values()
                        .forEach(set -> part.getConsents()
                                .add(new IdentityConsent(
                                        customer.named(identity),
                                        set.purpose().contractName(),
                                        set.given(),
                                        set.at(),
                                        set.eventId()))));
    }

    private static void addIdentities(StoredCustomer customer, LedgerPart part) {
        byte[] stored = customer.header().identities();
        if (stored == null) {
            return;
        }
        CustomerIdentities identities =
                IdentityState.fromBytes(customer.id(), stored).customer();
        identities.links().forEach((pair, evidence) -> part.getLinks().add(link(pair, evidence)));
        identities.refusals().forEach(refusal -> part.getLinks().add(link(refusal.link(), refusal.evidence())));
        identities.barred().forEach(pair -> part.getApart().add(new SplitIdentities(pair.first(), pair.second())));
    }

    private static IdentityLink link(IdentityPair pair, Evidence evidence) {
        return new IdentityLink(
                pair.first(), pair.second(), evidence.source(), evidence.eventId(), evidence.at(), evidence.byHand());
    }

    private static LedgerPart part(String customer) {
        return new LedgerPart(
                customer,
                true,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                null);
    }

    private static List<IdentityLedger> ledgers(StoredCustomer customer) {
        List<IdentityLedger> ledgers = new ArrayList<>();
        customer.blocks().forEach((identity, blocks) -> blocks.forEach(block -> ledgers.add(ledger(identity, block))));
        customer.header().tails().forEach((identity, tail) -> ledgers.add(ledger(customer.named(identity), tail)));
        return ledgers;
    }

    private static IdentityLedger ledger(String identity, byte[] bytes) {
        List<ByteBuffer> pieces = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += PART_BYTES) {
            pieces.add(ByteBuffer.wrap(bytes, from, Math.min(PART_BYTES, bytes.length - from)));
        }
        return new IdentityLedger(identity, pieces);
    }

    private static @Nullable PublishedScore published(@Nullable Published published) {
        if (published == null) {
            return null;
        }
        io.truenorth.relationship.score.Contributions by = published.contributions();
        return new PublishedScore(
                published.scoredAt(),
                Stage.valueOf(published.stage().name()),
                published.detractor(),
                new Contributions(
                        by.engagement(),
                        by.money(),
                        by.connectedness(),
                        by.reciprocity(),
                        by.sentiment(),
                        by.advocacy()));
    }
}
