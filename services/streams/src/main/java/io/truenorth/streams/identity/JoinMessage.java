package io.truenorth.streams.identity;

import io.truenorth.identity.joining.CustomerMessage;
import io.truenorth.identity.joining.NodeMessage;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.Map;

/**
 * A message to an identity, to a customer, to a reference, or to a partition as a whole, whose key decides the partition; see
 * {@link JoinMessageBatch}.
 */
public sealed interface JoinMessage {

    /**
     * A message to the node of an identity.
     *
     * @param message the message
     */
    record ToNode(NodeMessage message) implements JoinMessage {
        @Override
        public String key() {
            return message.identity();
        }
    }

    /**
     * A message to a customer.
     *
     * @param customer the customer
     * @param message the message
     */
    record ToCustomer(String customer, CustomerMessage message) implements JoinMessage {
        @Override
        public String key() {
            return customer;
        }
    }

    /**
     * A message to a reference, keyed by it.
     *
     * @param key the reference, {@code type:id}
     * @param claim of an event that has it
     */
    record ToReference(String key, ReferenceClaim claim) implements JoinMessage {}

    /**
     * Tells a partition of identities that were erased.
     *
     * @param key a key of the partition, which says nothing else
     * @param suppressions by the hashes of the identities; none in a message that is only to be the last one
     * @param erased whether they were erased just now, so that what the partition says of them is removed; otherwise consent
     *     has changed what is left out of them
     */
    record ToPartition(String key, Map<String, Suppression> suppressions, boolean erased) implements JoinMessage {
        /** Copies the map. */
        public ToPartition {
            suppressions = Map.copyOf(suppressions);
        }
    }

    /** Returns the identity, customer or reference, or any key of the partition. */
    String key();

    /** Returns whether this takes an event to its customer. */
    default boolean isEvent() {
        if (this instanceof ToCustomer toCustomer) {
            return toCustomer.message() instanceof CustomerMessage.Fold;
        }
        return this instanceof ToNode toNode
                && toNode.message() instanceof NodeMessage.PassOn passed
                && passed.message() instanceof CustomerMessage.Fold;
    }

    /** Writes the binary form. */
    default void write(FieldWriter out) {
        if (this instanceof ToNode toNode) {
            out.writeByte(0);
            JoinMessageFormat.write(out, toNode.message());
        } else if (this instanceof ToCustomer toCustomer) {
            out.writeByte(1).writeText(toCustomer.customer());
            JoinMessageFormat.write(out, toCustomer.message());
        } else if (this instanceof ToReference toReference) {
            out.writeByte(2).writeText(toReference.key());
            toReference.claim().write(out);
        } else if (this instanceof ToPartition toPartition) {
            out.writeByte(toPartition.erased() ? 3 : 4).writeText(toPartition.key());
            SuppressionFormat.write(out, toPartition.suppressions());
        }
    }

    /** Reads the binary form. */
    static JoinMessage read(FieldReader in) {
        int to = in.readByte();
        return switch (to) {
            case 0 -> new ToNode(JoinMessageFormat.readToNode(in));
            case 1 -> new ToCustomer(in.readText(), JoinMessageFormat.readToCustomer(in));
            case 2 -> new ToReference(in.readText(), ReferenceClaim.read(in));
            case 3 -> new ToPartition(in.readText(), SuppressionFormat.readAll(in), true);
            case 4 -> new ToPartition(in.readText(), SuppressionFormat.readAll(in), false);
            default -> throw in.problem("expected a kind of receiver, was " + to);
        };
    }
}
