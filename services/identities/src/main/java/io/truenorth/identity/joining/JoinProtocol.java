package io.truenorth.identity.joining;

import io.truenorth.identity.joining.CustomerMessage.Apart;
import io.truenorth.identity.joining.CustomerMessage.Ask;
import io.truenorth.identity.joining.CustomerMessage.Connect;
import io.truenorth.identity.joining.CustomerMessage.Declined;
import io.truenorth.identity.joining.CustomerMessage.Erase;
import io.truenorth.identity.joining.CustomerMessage.Fold;
import io.truenorth.identity.joining.CustomerMessage.Grant;
import io.truenorth.identity.joining.CustomerMessage.Handover;
import io.truenorth.identity.joining.CustomerMessage.Linked;
import io.truenorth.identity.joining.CustomerMessage.OfIdentity;
import io.truenorth.identity.joining.CustomerMessage.Refuse;
import io.truenorth.identity.joining.CustomerMessage.Restore;
import io.truenorth.identity.joining.CustomerMessage.Split;
import io.truenorth.identity.joining.CustomerMessage.Transfer;
import io.truenorth.identity.joining.NodeMessage.Label;
import io.truenorth.identity.joining.NodeMessage.Learnt;
import io.truenorth.identity.joining.NodeMessage.PassOn;
import io.truenorth.identity.joining.NodeMessage.Suppress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Handles events and messages of the keys of one partition.
 *
 * <p>A customer joins one with a better id: it asks, waits for the answer, goes on folding meanwhile, and answers nobody
 * until it has it. As everyone waits for a better one only, there is no deadlock. The one that is asked takes the asker's
 * identities in at once, so that no later answer contradicts this one; the ledger follows with the grant.
 *
 * <p>Nothing is lost or counted twice, as a message that reaches a customer who joined another is passed on to that one,
 * and a message about an identity that was split off is passed on by the identity's node.
 */
public final class JoinProtocol {
    private final IdentityRanking ranking;
    private final JoinGuards guards;
    private final JoinState state;
    private final IdentityLedgers ledgers;
    private final Outbox outbox;
    private final JoinListener listener;
    private final Erasures erasures;

    /** Creates a handler of the messages of a partition. */
    public JoinProtocol(
            IdentityRanking ranking,
            JoinGuards guards,
            JoinState state,
            IdentityLedgers ledgers,
            Suppressions suppressions,
            Outbox outbox,
            JoinListener listener) {
        this.ranking = ranking;
        this.guards = guards;
        this.state = state;
        this.ledgers = ledgers;
        this.outbox = outbox;
        this.listener = listener;
        this.erasures = new Erasures(state, ledgers, suppressions, outbox, listener);
    }

    /**
     * Handles an event at the node of the identity that it arrived under.
     *
     * @param identity the identity
     * @param others the event's other identities
     * @param evidence that these are one person
     * @param content the event
     */
    public void event(String identity, List<String> others, Evidence evidence, Content content) {
        Content kept = erasures.without(identity, content);
        if (kept == null) {
            return;
        }
        IdentityNode node = state.node(identity);
        for (String other : others) {
            if (!other.equals(identity)
                    && !erasures.covers(other, evidence.at())
                    && (node.report(other) || erasures.isBeingForgotten(other))) {
                outbox.send(node.customer(), new Linked(identity, other, evidence));
            }
        }
        outbox.send(node.customer(), new Fold(identity, kept));
    }

    /** Handles a request, at the node of one of two identities, to join their customers. */
    public void link(String identity, String other, Evidence request) {
        if (erasures.covers(identity, request.at()) || erasures.covers(other, request.at())) {
            return;
        }
        IdentityNode node = state.node(identity);
        node.report(other);
        outbox.send(node.customer(), new Linked(identity, other, request.asRequest()));
    }

    /** Handles a request, at the node of an identity, to split it from its customer. */
    public void split(String identity, Evidence request) {
        outbox.send(state.node(identity).customer(), new Split(identity, request));
    }

    /** Handles a request, at the node of an identity, to erase its customer. */
    public void erase(String identity, ErasureRequest request) {
        if (!erasures.isExecuted(identity, request)) {
            outbox.send(state.node(identity).customer(), new Erase(identity, request));
        }
    }

    /** Handles a link that is known from an export. */
    public void imported(IdentityPair link, Evidence evidence) {
        lookAgain(link, evidence);
    }

    /** Handles a pair of identities that is known from an export to have been split. */
    public void importedApart(IdentityPair pair) {
        outbox.send(new PassOn(pair.first(), new Apart(pair.first(), pair.second())));
        outbox.send(new PassOn(pair.second(), new Apart(pair.second(), pair.first())));
    }

    /** Handles what is known of an identity from an export: its consent, or a part of its ledger. */
    public void imported(String identity, Content part) {
        outbox.send(new PassOn(identity, new Transfer(identity, Transfer.IMPORTED, part)));
    }

    /** Handles a message to a node. */
    public void handle(NodeMessage message) {
        IdentityNode node = state.node(message.identity());
        if (message instanceof Label label) {
            label(node, label);
        } else if (message instanceof PassOn passed) {
            outbox.send(node.customer(), passed.message());
        } else if (message instanceof Suppress suppress) {
            erasures.suppress(node, suppress);
        } else if (message instanceof Learnt learnt) {
            pass(node, learnt);
        }
    }

    /** The identity's own customer, if it has joined another, points to the one that the identity belongs to now. */
    private void label(IdentityNode node, Label label) {
        CustomerIdentities own = state.customer(label.identity());
        boolean taken = node.label(label.epoch(), label.customer(), ranking);
        if (taken && own.redirect() != null && !label.customer().equals(own.id())) {
            own.redirectTo(label.customer());
            listener.redirected(own.id(), label.customer());
        }
    }

    private void pass(IdentityNode node, Learnt learnt) {
        if (erasures.covers(learnt.link(), learnt.evidence())) {
            return;
        }
        if (node.ask() || learnt.evidence().isRequest()) {
            outbox.send(node.customer(), new Connect(learnt.link(), learnt.evidence(), learnt.customer()));
        } else {
            RefusedLink refusal = new RefusedLink(learnt.link(), learnt.evidence(), RefusalReason.SHARED);
            outbox.send(learnt.customer(), new Declined(refusal));
        }
    }

    /** Handles a message to a customer. */
    public void handle(String id, CustomerMessage message) {
        CustomerIdentities customer = state.customer(id);
        if (message instanceof Restore piece) {
            erasures.take(piece.suppressions());
            customer.restore(erasures.without(piece));
            customer.resume().forEach(waited -> outbox.send(id, waited));
            listener.restored(id);
        } else if (message instanceof Grant grant) {
            join(customer, grant.customer());
        } else if (message instanceof Refuse refuse) {
            RefusedLink refusal = erasures.refusal(refuse);
            if (refusal != null) {
                customer.refuse(refusal);
            }
            customer.resume().forEach(waited -> outbox.send(id, waited));
        } else if (customer.redirect() != null) {
            outbox.send(customer.redirect(), message);
        } else if (message instanceof OfIdentity about && !customer.has(about.identity())) {
            outbox.send(new PassOn(about.identity(), message));
        } else {
            CustomerMessage kept = erasures.without(id, message);
            if (kept != null) {
                handleAsOwner(customer, kept);
            }
        }
    }

    private void handleAsOwner(CustomerIdentities customer, CustomerMessage message) {
        if (message instanceof Fold fold) {
            ledgers.add(customer.id(), fold.identity(), fold.event());
        } else if (message instanceof Transfer transfer) {
            ledgers.add(customer.id(), transfer.identity(), transfer.part());
        } else if (message instanceof Apart apart) {
            customer.keepApart(apart);
        } else if (message instanceof Linked linked) {
            learn(customer, linked);
        } else if (message instanceof Connect connect) {
            connect(customer, connect);
        } else if (message instanceof Handover handover) {
            inherit(customer, handover);
        } else if (message instanceof Declined declined) {
            refuse(customer, declined.refusal());
        } else if (customer.waitsFor() != null) {
            enqueue(customer, message);
        } else if (message instanceof Ask ask) {
            answer(customer, ask);
        } else if (message instanceof Split split) {
            split(customer, split);
        } else if (message instanceof Erase erase) {
            erasures.erase(customer, erase);
        }
    }

    /** Has a message wait for the answer; when many do already, it comes again. */
    private void enqueue(CustomerIdentities customer, CustomerMessage message) {
        if (!customer.enqueue(message)) {
            outbox.send(customer.id(), message);
        }
    }

    private void learn(CustomerIdentities customer, Linked linked) {
        IdentityPair link = linked.link();
        if (customer.has(linked.other())) {
            customer.link(link, linked.evidence());
        } else if (customer.isBarred(link) && !linked.evidence().isRequest()) {
            refuse(customer, new RefusedLink(link, linked.evidence(), RefusalReason.SPLIT));
        } else {
            outbox.send(new Learnt(linked.other(), customer.id(), link, linked.evidence()));
        }
    }

    private void connect(CustomerIdentities customer, Connect connect) {
        if (customer.hasBoth(connect.link())) {
            customer.link(connect.link(), connect.evidence());
        } else if (connect.customer().equals(customer.id()) || !customer.hasOneOf(connect.link())) {
            lookAgain(connect.link(), connect.evidence()); // an identity was split off meanwhile
        } else if (ranking.isBetter(customer.id(), connect.customer())) {
            outbox.send(connect.customer(), new Connect(connect.link(), connect.evidence(), customer.id()));
        } else if (customer.waitsFor() != null) {
            enqueue(customer, connect);
        } else {
            customer.waitFor(connect.customer());
            outbox.send(
                    connect.customer(),
                    new Ask(
                            customer.id(),
                            customer.members(),
                            customer.links(),
                            customer.barred(),
                            connect.link(),
                            connect.evidence(),
                            erasures.of(customer.members().keySet())));
        }
    }

    private void answer(CustomerIdentities customer, Ask ask) {
        if (erasures.covers(ask.link(), ask.evidence())) {
            outbox.send(ask.customer(), new Refuse(null));
            return;
        }
        if (!connects(customer, ask)) {
            lookAgain(ask.link(), ask.evidence());
            outbox.send(ask.customer(), new Refuse(null));
            return;
        }
        Optional<RefusalReason> objection = objection(customer, ask);
        if (objection.isPresent()) {
            RefusedLink refusal = new RefusedLink(ask.link(), ask.evidence(), objection.get());
            refuse(customer, refusal);
            outbox.send(ask.customer(), new Refuse(refusal));
        } else {
            erasures.take(ask.suppressions());
            customer.takeIn(erasures.without(ask));
            erasures.beginAnew(customer);
            listener.joined(customer.id(), ask.customer(), ask.members().keySet(), ask.link(), ask.evidence());
            outbox.send(ask.customer(), new Grant(customer.id()));
        }
    }

    /** Returns whether the link still has an end on both sides; a split may have come between. */
    private static boolean connects(CustomerIdentities customer, Ask ask) {
        return customer.hasBoth(ask.link())
                || customer.isBetween(ask.link(), ask.members().keySet());
    }

    private Optional<RefusalReason> objection(CustomerIdentities customer, Ask ask) {
        Set<String> identities = new HashSet<>(customer.members().keySet());
        identities.addAll(ask.members().keySet());
        Set<IdentityPair> barred = new HashSet<>(customer.barred());
        barred.addAll(ask.barred());
        if (ask.evidence().isRequest()) {
            barred.removeIf(pair -> customer.isBetween(pair, ask.members().keySet()));
        }
        return guards.objection(identities, barred);
    }

    /** The customer joins another: its ledger, identities and links go over, and it forwards what comes later. */
    private void join(CustomerIdentities customer, String to) {
        Map<IdentityPair, Evidence> links = customer.links();
        List<RefusedLink> refusals = customer.takeRefusals();
        sendConsents(customer, customer.members(), to);
        for (Map.Entry<String, Long> member : customer.members().entrySet()) {
            String identity = member.getKey();
            long epoch = member.getValue();
            ledgers.remove(customer.id(), identity)
                    .forEach(part -> outbox.send(to, new Transfer(identity, epoch, part)));
            outbox.send(new Label(identity, epoch, to));
        }
        customer.leave(to);
        listener.redirected(customer.id(), to);
        if (!links.isEmpty() || !refusals.isEmpty()) {
            outbox.send(to, new Handover(links, refusals));
        }
        customer.resume().forEach(waited -> outbox.send(customer.id(), waited));
    }

    private void sendConsents(CustomerIdentities customer, Map<String, Long> epochs, String to) {
        epochs.forEach((identity, epoch) -> ledgers.removeConsents(customer.id(), identity)
                .forEach(consent -> outbox.send(to, new Transfer(identity, epoch, consent))));
    }

    private void inherit(CustomerIdentities customer, Handover handover) {
        handover.links().forEach((link, evidence) -> {
            if (customer.hasBoth(link)) {
                customer.link(link, evidence);
            } else {
                lookAgain(link, evidence);
            }
        });
        for (RefusedLink refusal : handover.refusals()) {
            if (customer.hasOneOf(refusal.link()) && !customer.hasBoth(refusal.link())) {
                customer.refuse(refusal);
            } else {
                lookAgain(refusal.link(), refusal.evidence());
            }
        }
    }

    private void split(CustomerIdentities customer, Split split) {
        if (customer.members().size() == 1) {
            listener.notSplit(split.identity(), split.request());
            return;
        }
        Pieces pieces = Pieces.of(customer, split.identity());
        Map<String, Long> members = customer.members();
        List<RefusedLink> refusals = customer.takeRefusals();
        for (Set<String> piece : pieces.leaving()) {
            String anchor = piece.stream().min(ranking).orElseThrow();
            outbox.send(anchor, pieces.restore(piece, erasures.of(piece)));
            Map<String, Long> epochs = new TreeMap<>();
            piece.forEach(identity -> epochs.put(identity, members.getOrDefault(identity, 0L) + 1));
            sendConsents(customer, epochs, anchor);
            for (Map.Entry<String, Long> member : epochs.entrySet()) {
                String identity = member.getKey();
                long epoch = member.getValue();
                outbox.send(new Label(identity, epoch, anchor));
                ledgers.remove(customer.id(), identity)
                        .forEach(part -> outbox.send(anchor, new Transfer(identity, epoch, part)));
            }
        }
        customer.keep(pieces.staying(), pieces.newlyBarred());
        listener.split(customer.id(), split.identity(), pieces.newlyBarred(), split.request());
        refusals.forEach(refusal -> lookAgain(refusal.link(), refusal.evidence()));
    }

    private void refuse(CustomerIdentities customer, RefusedLink refusal) {
        customer.refuse(refusal);
        listener.refused(customer.id(), refusal);
    }

    /** Sends a link on the way that it would take now. */
    private void lookAgain(IdentityPair link, Evidence evidence) {
        outbox.send(new PassOn(link.first(), new Linked(link.first(), link.second(), evidence)));
    }
}
