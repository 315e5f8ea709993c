package io.truenorth.identity.joining;

import io.truenorth.identity.joining.CustomerMessage.Apart;
import io.truenorth.identity.joining.CustomerMessage.Ask;
import io.truenorth.identity.joining.CustomerMessage.Connect;
import io.truenorth.identity.joining.CustomerMessage.Declined;
import io.truenorth.identity.joining.CustomerMessage.Erase;
import io.truenorth.identity.joining.CustomerMessage.Fold;
import io.truenorth.identity.joining.CustomerMessage.Handover;
import io.truenorth.identity.joining.CustomerMessage.Linked;
import io.truenorth.identity.joining.CustomerMessage.Refuse;
import io.truenorth.identity.joining.CustomerMessage.Restore;
import io.truenorth.identity.joining.CustomerMessage.Transfer;
import io.truenorth.identity.joining.NodeMessage.Suppress;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Erases customers, and leaves out of events and messages what concerns erased identities and is from before.
 *
 * <p>Every member of an erased customer becomes a customer of its own, with an epoch one higher: what is on its way under an
 * earlier one came before the erasure. The suppression of an identity goes with it to each customer that takes it in.
 */
final class Erasures {
    private final JoinState state;
    private final IdentityLedgers ledgers;
    private final Suppressions suppressions;
    private final Outbox outbox;
    private final JoinListener listener;

    Erasures(
            JoinState state, IdentityLedgers ledgers, Suppressions suppressions, Outbox outbox, JoinListener listener) {
        this.state = state;
        this.ledgers = ledgers;
        this.suppressions = suppressions;
        this.outbox = outbox;
        this.listener = listener;
    }

    /**
     * Erases the customer that has an identity, unless the request did it before. Consent that was withdrawn outlives the data:
     * who has withdrawn that to be scored is not scored anew, and that to activation stays withdrawn.
     */
    void erase(CustomerIdentities customer, Erase erase) {
        if (isExecuted(erase.identity(), erase.request())) {
            return;
        }
        ErasureRequest request =
                ledgers.hasObjected(customer.id()) ? erase.request().droppingLater() : erase.request();
        IdentityNode node = state.node(customer.id());
        long epoch = suppressions.epoch(customer.id());
        boolean isKnown = !customer.isEmpty(epoch) || !node.isEmpty(epoch) || ledgers.hasAny(customer.id());
        long at = timeOf(customer);
        long activationWithdrawnAt = ledgers.activationWithdrawnAt(customer.id());
        Map<String, Suppression> erased = new TreeMap<>();
        customer.members().forEach((identity, epochBefore) -> {
            ledgers.removeConsents(customer.id(), identity);
            ledgers.remove(customer.id(), identity);
            Suppression suppression = new Suppression(
                    at, request.dropsLater(), epochBefore + 1, List.of(request.id()), activationWithdrawnAt);
            erased.put(identity, suppressions.add(identity, suppression));
        });
        erased.forEach((identity, suppression) -> {
            if (identity.equals(customer.id())) {
                node.erase(suppression.epoch());
                customer.erase(suppression.epoch());
            } else {
                outbox.send(new Suppress(identity, suppression));
                outbox.send(identity, Restore.alone(identity, suppression));
            }
        });
        suppressions.tellAll(erased);
        listener.erased(customer.id(), erased.keySet(), new Erase(erase.identity(), request), at, isKnown);
    }

    /** Returns the time of an erasure: it is later than those before, though instances have different clocks. */
    private long timeOf(CustomerIdentities customer) {
        return of(customer.members().keySet()).values().stream()
                .mapToLong(suppression -> suppression.until() + 1)
                .reduce(suppressions.now(), Math::max);
    }

    /** Returns whether a request has erased an identity already, here and not only where an import comes from. */
    boolean isExecuted(String identity, ErasureRequest request) {
        Suppression suppression = suppressions.of(identity);
        return suppression != null && suppression.epoch() > 0 && suppression.isOf(request.id());
    }

    /** Handles at the node of an identity that its customer was erased. */
    void suppress(IdentityNode node, Suppress message) {
        suppressions.add(message.identity(), message.suppression());
        node.erase(message.suppression().epoch());
    }

    /** Returns whether what an event said of an identity is left out, by its time (epoch ms). */
    boolean covers(String identity, long at) {
        Suppression suppression = suppressions.of(identity);
        return suppression != null && suppression.covers(at);
    }

    /** Returns whether what is said of a link is left out. */
    boolean covers(IdentityPair link, Evidence evidence) {
        return covers(link.first(), evidence.at()) || covers(link.second(), evidence.at());
    }

    private boolean covers(RefusedLink refusal) {
        return covers(refusal.link(), refusal.evidence());
    }

    /** Returns an event without what is suppressed; null if nothing is left. */
    @Nullable
    Content without(String identity, Content event) {
        Suppression suppression = suppressions.of(identity);
        return suppression == null ? event : ledgers.without(event, suppression);
    }

    private @Nullable Content without(String customer, Transfer transfer) {
        Suppression suppression = suppressions.of(transfer.identity());
        return suppression == null || transfer.isSince(suppression)
                ? transfer.part()
                : ledgers.without(customer, transfer.identity(), transfer.part(), suppression);
    }

    /** Returns the suppressions of identities, to go with them. */
    Map<String, Suppression> of(Collection<String> identities) {
        Map<String, Suppression> known = new TreeMap<>();
        for (String identity : identities) {
            Suppression suppression = suppressions.of(identity);
            if (suppression != null) {
                known.put(identity, suppression);
            }
        }
        return known;
    }

    /** Takes suppressions that came with identities. */
    void take(Map<String, Suppression> came) {
        came.forEach(suppressions::add);
    }

    /** Has a customer know what is kept of the consent of those identities that were erased. */
    void beginAnew(CustomerIdentities customer) {
        of(customer.members().keySet()).keySet().forEach(identity -> ledgers.beginAnew(customer.id(), identity));
    }

    /** Returns whether a link with an identity is told to its customer again, as it may have been reported before its erasure. */
    boolean isBeingForgotten(String identity) {
        return suppressions.isBeingForgotten(identity);
    }

    /** Returns a message to a customer without what is suppressed; null if nothing is left. */
    @Nullable
    CustomerMessage without(String customer, CustomerMessage message) {
        if (message instanceof Fold fold) {
            Content event = without(fold.identity(), fold.event());
            return event == null ? null : new Fold(fold.identity(), event);
        } else if (message instanceof Transfer transfer) {
            Content part = without(customer, transfer);
            return part == null ? null : new Transfer(transfer.identity(), transfer.epoch(), part);
        } else if (message instanceof Linked linked) {
            return covers(linked.link(), linked.evidence()) ? null : message;
        } else if (message instanceof Connect connect) {
            return covers(connect.link(), connect.evidence()) ? null : message;
        } else if (message instanceof Declined declined) {
            return covers(declined.refusal()) ? null : message;
        } else if (message instanceof Handover handover) {
            return without(handover);
        } else if (message instanceof Apart apart) {
            return isErased(apart.identity()) || isErased(apart.other()) ? null : message;
        }
        return message;
    }

    /** An export does not say when a pair was split. */
    private boolean isErased(String identity) {
        return suppressions.of(identity) != null;
    }

    /** Returns a refusal; null if there is none, or if it is suppressed. */
    @Nullable
    RefusedLink refusal(Refuse refuse) {
        RefusedLink refusal = refuse.refusal();
        return refusal == null || covers(refusal) ? null : refusal;
    }

    /** Returns what a customer knew of links, without what is suppressed. */
    private Handover without(Handover handover) {
        Map<IdentityPair, Evidence> links = new TreeMap<>(handover.links());
        links.entrySet().removeIf(link -> covers(link.getKey(), link.getValue()));
        return new Handover(
                links,
                handover.refusals().stream().filter(refusal -> !covers(refusal)).toList());
    }

    /** Returns what makes a customer, without pairs of which an identity was erased meanwhile. */
    Restore without(Restore piece) {
        return new Restore(
                piece.members(),
                piece.links(),
                without(piece.barred(), piece.members().keySet()),
                piece.suppressions());
    }

    /** Returns what a customer says of itself, without pairs of which an identity was erased meanwhile. */
    Ask without(Ask ask) {
        return new Ask(
                ask.customer(),
                ask.members(),
                ask.links(),
                without(ask.barred(), ask.members().keySet()),
                ask.link(),
                ask.evidence(),
                ask.suppressions());
    }

    private Set<IdentityPair> without(Set<IdentityPair> barred, Set<String> members) {
        Set<IdentityPair> kept = new HashSet<>(barred);
        kept.removeIf(pair -> isBeingErased(pair.first(), members) || isBeingErased(pair.second(), members));
        return kept;
    }

    private boolean isBeingErased(String identity, Set<String> members) {
        Suppression suppression = suppressions.of(identity);
        return suppression != null && !members.contains(identity) && suppression.isRecent(suppressions.now());
    }
}
