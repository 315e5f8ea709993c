package io.truenorth.identity.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message to a customer. */
public sealed interface CustomerMessage {

    /** A message about an identity that the customer should have. */
    sealed interface OfIdentity extends CustomerMessage {
        /** Returns the identity. */
        String identity();
    }

    /**
     * An event came under an identity. If the customer is in the same partition, it may be handled at once.
     *
     * @param identity the identity
     * @param event the event
     */
    record Fold(String identity, Content event) implements OfIdentity {}

    /**
     * What is known of an identity comes to its customer: a part of its ledger from another customer, or its consent. It must
     * not overtake other messages.
     *
     * @param identity the identity
     * @param part a part of what is known
     */
    record Transfer(String identity, Content part) implements OfIdentity {}

    /**
     * An identity was seen together with another.
     *
     * @param identity the identity
     * @param other the other
     * @param evidence of the link
     */
    record Linked(String identity, String other, Evidence evidence) implements OfIdentity {
        IdentityPair link() {
            return IdentityPair.of(identity, other);
        }
    }

    /**
     * Two identities were split, as told by an import: events do not join them.
     *
     * @param identity one of them
     * @param other the other
     */
    record Apart(String identity, String other) implements OfIdentity {}

    /**
     * An identity is to be split from its customer.
     *
     * @param identity the identity
     * @param request what asks for it
     */
    record Split(String identity, Evidence request) implements OfIdentity {}

    /**
     * A customer is linked with this one: the two shall join.
     *
     * @param link the link
     * @param evidence of the link
     * @param customer the other customer
     */
    record Connect(IdentityPair link, Evidence evidence, String customer) implements CustomerMessage {}

    /**
     * A customer asks to join this one, which has the better id.
     *
     * @param customer who asks
     * @param members of the asker, with their epochs
     * @param links of the asker
     * @param barred pairs of the asker that were split
     * @param link because of which it asks
     * @param evidence of this link
     */
    record Ask(
            String customer,
            Map<String, Long> members,
            Map<IdentityPair, Evidence> links,
            Set<IdentityPair> barred,
            IdentityPair link,
            Evidence evidence)
            implements CustomerMessage {
        /** Copies the collections. */
        public Ask {
            members = Map.copyOf(members);
            links = Map.copyOf(links);
            barred = Set.copyOf(barred);
        }
    }

    /**
     * The customer may join.
     *
     * @param customer whom it joins
     */
    record Grant(String customer) implements CustomerMessage {}

    /**
     * The customer may not join.
     *
     * @param refusal why; null if the link that it asked for is no more
     */
    record Refuse(@Nullable RefusedLink refusal) implements CustomerMessage {}

    /**
     * A link of which the customer has learnt is not passed on.
     *
     * @param refusal why
     */
    record Declined(RefusedLink refusal) implements CustomerMessage {}

    /**
     * What a customer who joined this one knew of links.
     *
     * @param links between its members
     * @param refusals of its members
     */
    record Handover(Map<IdentityPair, Evidence> links, List<RefusedLink> refusals) implements CustomerMessage {
        /** Copies the collections. */
        public Handover {
            links = Map.copyOf(links);
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * Identities that were split from another customer, and are this one from now on.
     *
     * @param members with their epochs
     * @param links among them
     * @param barred pairs that were split
     */
    record Restore(Map<String, Long> members, Map<IdentityPair, Evidence> links, Set<IdentityPair> barred)
            implements CustomerMessage {
        /** Copies the collections. */
        public Restore {
            members = Map.copyOf(members);
            links = Map.copyOf(links);
            barred = Set.copyOf(barred);
        }
    }
}
