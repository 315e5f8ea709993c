package io.truenorth.streams.identity;

import io.truenorth.identity.joining.CustomerMessage;
import io.truenorth.identity.joining.NodeMessage;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.Map;

/** A message on the internal topic, keyed by an identity, by a customer, by a reference, or for a partition as a whole. */
public sealed interface JoinMessage {
    /** The first byte of the binary form; a re-keyed touchpoint has another. */
    int VERSION = 2;

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
     * @param suppressions by the hashes of the identities
     */
    record ToPartition(String key, Map<String, Suppression> suppressions) implements JoinMessage {
        /** Copies the map. */
        public ToPartition {
            suppressions = Map.copyOf(suppressions);
        }
    }

    /** Returns the key of the record. */
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

    /** Returns the binary form. */
    default byte[] toBytes() {
        FieldWriter out = new FieldWriter().writeByte(VERSION);
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
            out.writeByte(3).writeText(toPartition.key());
            SuppressionFormat.write(out, toPartition.suppressions());
        }
        return out.toBytes();
    }

    /** Returns whether a value on the internal topic is a message, and not a re-keyed touchpoint. */
    static boolean isOne(byte[] value) {
        return value.length > 0 && value[0] == VERSION;
    }

    /** Reads the binary form. */
    static JoinMessage fromBytes(byte[] bytes) {
        FieldReader in = new FieldReader("message about identities", bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        int to = in.readByte();
        JoinMessage message = switch (to) {
            case 0 -> new ToNode(JoinMessageFormat.readToNode(in));
            case 1 -> new ToCustomer(in.readText(), JoinMessageFormat.readToCustomer(in));
            case 2 -> new ToReference(in.readText(), ReferenceClaim.read(in));
            case 3 -> new ToPartition(in.readText(), SuppressionFormat.readAll(in));
            default -> throw in.problem("expected a kind of receiver, was " + to);
        };
        in.expectEnd();
        return message;
    }
}
