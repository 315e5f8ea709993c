package io.truenorth.streams.customer;

import io.truenorth.contract.Erasure;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.LaterEvents;
import io.truenorth.identity.joining.Content;
import io.truenorth.identity.joining.CustomerIdentities;
import io.truenorth.identity.joining.CustomerMessage;
import io.truenorth.identity.joining.CustomerMessage.Fold;
import io.truenorth.identity.joining.CustomerMessage.Transfer;
import io.truenorth.identity.joining.ErasureRequest;
import io.truenorth.identity.joining.Evidence;
import io.truenorth.identity.joining.IdentityLedgers;
import io.truenorth.identity.joining.IdentityNode;
import io.truenorth.identity.joining.IdentityPair;
import io.truenorth.identity.joining.JoinProtocol;
import io.truenorth.identity.joining.JoinRules;
import io.truenorth.identity.joining.JoinState;
import io.truenorth.identity.joining.NodeMessage;
import io.truenorth.identity.joining.NodeMessage.PassOn;
import io.truenorth.identity.joining.Outbox;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.streams.consent.ConsentContent;
import io.truenorth.streams.decode.DecodeResult;
import io.truenorth.streams.decode.ImportedPart;
import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.decode.RejectedRecord;
import io.truenorth.streams.decode.ValidTouchpoint;
import io.truenorth.streams.identity.IdentityState;
import io.truenorth.streams.identity.JoinMessage;
import io.truenorth.streams.identity.JoinMessage.ToCustomer;
import io.truenorth.streams.identity.JoinMessage.ToNode;
import io.truenorth.streams.identity.JoinMessage.ToPartition;
import io.truenorth.streams.identity.JoinMessage.ToReference;
import io.truenorth.streams.identity.LedgerContent;
import io.truenorth.streams.identity.LedgerContent.SetAttribute;
import io.truenorth.streams.identity.ReceivedTouchpoint;
import io.truenorth.streams.identity.ReferenceConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings touchpoints to the customers of a partition, and joins and splits these: {@link JoinProtocol} on the partition's
 * relationships. Confined to the partition's stream thread.
 */
public final class CustomerJoins {
    private final Relationships relationships;
    private final Function<ReceivedRecord, DecodeResult> decoder;
    private final Predicate<String> isHere;
    private final JoinOutput output;
    private final Partition partition;
    private final PartitionSuppressions suppressions;
    private final JoinProtocol protocol;
    private final ReferencedTouchpoints references;
    private final CustomerConsents consents;
    private final List<LiveCustomer> used = new ArrayList<>();
    /** Whether a customer passes a message on, which must not overtake those that it sent before. */
    private boolean isPassingOn;

    private long causedAt;

    /**
     * Creates the joins of a partition.
     *
     * @param decoder decodes records that another partition received
     * @param isHere whether a key belongs to this partition
     * @param partitionKeys a key of each partition
     * @param places that receipts of erasures name
     */
    public CustomerJoins(
            Relationships relationships,
            JoinRules rules,
            Function<ReceivedRecord, DecodeResult> decoder,
            Predicate<String> isHere,
            List<String> partitionKeys,
            ErasurePlaces places,
            JoinOutput output) {
        this.relationships = relationships;
        this.decoder = decoder;
        this.isHere = isHere;
        this.output = output;
        this.partition = new Partition();
        this.suppressions = new PartitionSuppressions(relationships, partitionKeys, this::forward);
        this.protocol = new JoinProtocol(
                rules.ranking(),
                rules.guards(),
                partition,
                partition,
                suppressions,
                partition,
                new JoinEvents(relationships, output, () -> causedAt, places));
        this.references = new ReferencedTouchpoints(relationships, output, suppressions, this::forward, this::addAt);
        this.consents = new CustomerConsents(
                relationships, output, this::sendConsent, new ErasedConsents(relationships, suppressions));
    }

    /** Adds a touchpoint that arrived at the partition of its key. */
    public void receive(ReceivedRecord received, ValidTouchpoint touchpoint) {
        causedAt = received.origin().timestamp();
        relationships.makeRoom();
        if (!touchpoint.namesCustomer()) {
            references.receive(received, touchpoint);
            store();
            return;
        }
        Suppression suppression = suppressions.of(touchpoint.identity());
        if (suppression != null && suppression.covers(touchpoint.occurredAt())) {
            relationships.countSuppressed();
            return;
        }
        references.claim(touchpoint);
        LiveCustomer customer = relationships.customer(touchpoint.identity());
        if (customer.identities().hasReported(touchpoint.others())
                && touchpoint.others().stream().noneMatch(suppressions::isBeingForgotten)) {
            send(customer, received, touchpoint);
            return;
        }
        protocol.event(
                touchpoint.identity(),
                touchpoint.others(),
                new Evidence(touchpoint.source(), touchpoint.eventId(), touchpoint.occurredAt(), false),
                new ReceivedTouchpoint(received, touchpoint));
        store();
    }

    /** Takes a touchpoint that says nothing new of identities to its customer. */
    private void send(LiveCustomer identity, ReceivedRecord received, ValidTouchpoint touchpoint) {
        if (identity.identities().isOwnCustomer()) {
            fold(identity, received, touchpoint);
        } else {
            partition.send(
                    identity.identities().owner(),
                    new Fold(identity.id(), new ReceivedTouchpoint(received, touchpoint)));
        }
        store();
    }

    /** Handles a message to a key of this partition, which a record of a time (epoch ms) caused. */
    public void handle(JoinMessage message, long time) {
        causedAt = time;
        relationships.joins().handled += message.isEvent() ? 0 : 1;
        relationships.makeRoom();
        if (message instanceof ToNode toNode) {
            protocol.handle(toNode.message());
        } else if (message instanceof ToCustomer toCustomer) {
            handle(toCustomer.customer(), toCustomer.message());
        } else if (message instanceof ToReference toReference) {
            references.handle(toReference);
        } else if (message instanceof ToPartition toPartition) {
            take(toPartition);
        }
        store();
    }

    private void take(ToPartition message) {
        if (message.erased()) {
            relationships.suppress(message.suppressions());
        } else {
            message.suppressions().forEach(relationships.suppressions()::add);
        }
    }

    /** Rejects touchpoints that have waited long enough for the owner of their reference, a batch of them. */
    public void expireReferences() {
        references.expire();
    }

    /** Adds something at the customer of an identity, which its node knows. */
    private void addAt(String identity, Content content) {
        pass(new PassOn(identity, new Fold(identity, content)));
    }

    /** Tells the customer of an identity what is said of its consent. */
    private void sendConsent(String identity, ConsentContent consent) {
        pass(new PassOn(identity, new Transfer(identity, Transfer.IMPORTED, consent)));
    }

    private void pass(PassOn message) {
        if (isHere.test(message.identity())) {
            protocol.handle(message);
        } else {
            forward(new ToNode(message));
        }
    }

    private void forward(JoinMessage message) {
        if (message.isEvent()) {
            relationships.joins().hops++;
        } else {
            relationships.joins().sent++;
        }
        output.send(message, causedAt);
    }

    private void handle(String id, CustomerMessage message) {
        if (message instanceof Fold fold) {
            LiveCustomer customer = relationships.customer(id);
            if (customer.identities().hasMember(fold.identity()) && suppressions.of(fold.identity()) == null) {
                partition.add(customer, fold.identity(), fold.event());
                return;
            }
        }
        isPassingOn = true;
        protocol.handle(id, message);
        isPassingOn = false;
    }

    /** Handles a request by a user, received at a time (epoch ms). */
    public void handle(IdentityRequest request, long time) {
        causedAt = time;
        relationships.makeRoom();
        Evidence evidence =
                new Evidence(request.getRequestedBy(), request.getRequestId(), request.getRequestedAt(), true);
        Erasure erasure = request.getErasure();
        if (request.getConsent() != null) {
            consents.request(request);
        } else if (erasure != null) {
            protocol.erase(
                    request.getIdentity(),
                    new ErasureRequest(
                            request.getRequestId(),
                            request.getRequestedBy(),
                            request.getRequestedAt(),
                            erasure.getLaterEvents() == LaterEvents.DROP));
        } else if (request.getOther() == null) {
            protocol.split(request.getIdentity(), evidence);
        } else {
            protocol.link(request.getIdentity(), request.getOther(), evidence);
        }
        store();
    }

    /**
     * Unites a part of an exported customer, received at a time (epoch ms). What came under several identities goes to
     * whoever has them, and the links join them, as if they had just been seen.
     */
    public void unite(ImportedPart part, long time) {
        causedAt = time;
        relationships.makeRoom();
        if (!part.suppressions().isEmpty()) {
            relationships.suppress(part.suppressions());
            relationships.countUnited();
            return;
        }
        unite(part.without(suppressions));
        store();
    }

    private void unite(ImportedPart part) {
        if (part.isOfOneIdentity()
                && relationships.customer(part.customer()).identities().isOwnCustomer()) {
            relationships.unite(part);
            return;
        }
        relationships.countUnited();
        part.consents().forEach((identity, said) -> protocol.imported(identity, ConsentContent.ofEvent(said)));
        part.apart().forEach(pair -> protocol.importedApart(IdentityPair.of(pair.getFirst(), pair.getSecond())));
        part.links()
                .forEach(link -> protocol.imported(
                        IdentityPair.of(link.getFirst(), link.getSecond()),
                        new Evidence(link.getSource(), link.getEventId(), link.getAt(), link.getByHand())));
        part.ledgers()
                .forEach((identity, ledger) ->
                        LedgerContent.of(ledger).forEach(content -> protocol.imported(identity, content)));
        Map<String, List<SetAttribute>> attributes = new TreeMap<>();
        part.attributes()
                .forEach(set -> attributes
                        .computeIfAbsent(
                                set.getIdentity().isEmpty() ? part.customer() : set.getIdentity(),
                                identity -> new ArrayList<>())
                        .add(new SetAttribute(set.getName(), set.getValue(), set.getOccurredAt(), set.getEventId())));
        attributes.forEach(
                (identity, all) -> LedgerContent.of(all).forEach(content -> protocol.imported(identity, content)));
    }

    /** Has everybody written whose identities have changed. */
    private void store() {
        for (LiveCustomer customer : used) {
            if (customer.identities().keep(relationships.epoch(customer.id()))) {
                relationships.identitiesChanged(customer);
            }
        }
        used.clear();
    }

    private void fold(LiveCustomer customer, ReceivedRecord received, ValidTouchpoint touchpoint) {
        if (!touchpoint.consents().isEmpty()) {
            consents.ofEvent(customer, touchpoint);
        }
        relationships.fold(customer, touchpoint).ifPresent(why -> reject(received, why));
    }

    private void reject(ReceivedRecord received, RejectedRecord why) {
        relationships.countFailed(why.reason());
        output.reject(received, why);
    }

    /** What the protocol sees of the partition. */
    private final class Partition implements JoinState, IdentityLedgers, Outbox {
        @Override
        public IdentityNode node(String identity) {
            return changing(identity).node();
        }

        @Override
        public CustomerIdentities customer(String id) {
            return changing(id).customer();
        }

        private IdentityState changing(String key) {
            LiveCustomer customer = relationships.customer(key);
            used.add(customer);
            return customer.identities().decoded(relationships.epoch(key));
        }

        @Override
        public void add(String id, String identity, Content content) {
            add(relationships.customer(id), identity, content);
        }

        private void add(LiveCustomer customer, String identity, Content content) {
            if (content instanceof LedgerContent part) {
                relationships.add(customer, identity, part);
            } else if (content instanceof ReceivedTouchpoint touchpoint) {
                add(customer, identity, touchpoint);
            } else if (content instanceof ConsentContent consent) {
                consents.take(customer, identity, consent);
            } else if (content instanceof ReferenceConflict conflict) {
                references.report(customer, identity, conflict);
            }
        }

        private void add(LiveCustomer customer, String identity, ReceivedTouchpoint touchpoint) {
            DecodeResult result = decoded(touchpoint);
            if (result instanceof ValidTouchpoint valid) {
                fold(customer, touchpoint.received(), under(identity, valid));
            } else if (result instanceof RejectedRecord why) {
                reject(touchpoint.received(), why);
            }
        }

        private DecodeResult decoded(ReceivedTouchpoint touchpoint) {
            return touchpoint.decoded() == null ? decoder.apply(touchpoint.received()) : touchpoint.decoded();
        }

        /** What a record says of its customer may be read otherwise than when it arrived, as with other placeholders. */
        private ValidTouchpoint under(String identity, ValidTouchpoint touchpoint) {
            if (touchpoint.identity().equals(identity)) {
                return touchpoint;
            }
            return touchpoint.namesCustomer() ? touchpoint.of(identity) : references.owned(touchpoint, identity);
        }

        @Override
        public List<Content> removeConsents(String customer, String identity) {
            return relationships.removeConsents(relationships.customer(customer), identity);
        }

        @Override
        public List<Content> remove(String customer, String identity) {
            return relationships.removeIdentity(relationships.customer(customer), identity);
        }

        @Override
        public boolean hasObjected(String customer) {
            return relationships.customer(customer).hasObjected();
        }

        @Override
        public long activationWithdrawnAt(String customer) {
            return relationships.customer(customer).activationWithdrawnAt();
        }

        @Override
        public boolean hasAny(String customer) {
            return relationships.customer(customer).hasAny();
        }

        @Override
        public @Nullable Content without(Content event, Suppression suppression) {
            if (event instanceof ReceivedTouchpoint touchpoint) {
                return without(touchpoint, suppression);
            }
            boolean covered = event instanceof ReferenceConflict conflict
                    && suppression.covers(conflict.claim().evidence().at());
            return covered ? null : event;
        }

        @Override
        public @Nullable Content without(String customer, String identity, Content part, Suppression suppression) {
            if (part instanceof LedgerContent ledger) {
                return ledger.without(suppression);
            } else if (part instanceof ConsentContent consent) {
                return consents.without(relationships.customer(customer), identity, consent, suppression);
            }
            return part;
        }

        @Override
        public void beginAnew(String customer, String identity) {
            relationships.beginAnew(relationships.customer(customer), identity);
        }

        private @Nullable Content without(ReceivedTouchpoint touchpoint, Suppression suppression) {
            DecodeResult result = decoded(touchpoint);
            if (!(result instanceof ValidTouchpoint valid)) {
                return touchpoint;
            }
            if (suppression.covers(valid.occurredAt())) {
                relationships.countSuppressed();
                return null;
            }
            return new ReceivedTouchpoint(touchpoint.received(), valid);
        }

        @Override
        public void send(NodeMessage message) {
            forward(new ToNode(message));
        }

        @Override
        public void send(String customer, CustomerMessage message) {
            if (message instanceof Fold && !isPassingOn && isHere.test(customer)) {
                CustomerJoins.this.handle(customer, message);
            } else {
                forward(new ToCustomer(customer, message));
            }
        }
    }
}
