package io.truenorth.streams.identity;

import io.truenorth.identity.joining.CustomerIdentities;
import io.truenorth.identity.joining.IdentityNode;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;

/**
 * What is known of a key as an identity and as a customer, beyond that it is a customer by itself.
 *
 * @param node the identity
 * @param customer the customer
 */
public record IdentityState(IdentityNode node, CustomerIdentities customer) {
    private static final int VERSION = 1;

    /** Returns the state of a key of which nothing is known. */
    public static IdentityState unknown(String key) {
        return unknown(key, 0);
    }

    /**
     * Returns the state of a key of which nothing is known.
     *
     * @param epoch that of its last erasure, or 0
     */
    public static IdentityState unknown(String key, long epoch) {
        return new IdentityState(new IdentityNode(key, epoch), new CustomerIdentities(key, epoch));
    }

    /** Returns whether there is nothing to store, of a key that was never erased. */
    public boolean isUnknown() {
        return isUnknown(0);
    }

    /**
     * Returns whether there is nothing to store.
     *
     * @param epoch that of the key's last erasure, or 0
     */
    public boolean isUnknown(long epoch) {
        return node.isEmpty(epoch) && customer.isEmpty(epoch);
    }

    /** Removes what is said of others who were erased. */
    public void forget(ErasedNames erased) {
        node.forget(erased::has);
        customer.forget(
                erased::has,
                refusal -> erased.covers(
                                refusal.link().first(), refusal.evidence().at())
                        || erased.covers(
                                refusal.link().second(), refusal.evidence().at()));
    }

    /** Returns whether there is anything to store since the last call. */
    public boolean takeChanged() {
        return node.takeChanged() | customer.takeChanged();
    }

    /** Returns the binary form. */
    public byte[] toBytes() {
        FieldWriter out = new FieldWriter().writeByte(VERSION);
        IdentityStateFormat.write(out, node, customer);
        return out.toBytes();
    }

    /** Reads any supported version of the binary form. */
    public static IdentityState fromBytes(String key, byte[] bytes) {
        FieldReader in = new FieldReader("identities of a customer", bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        IdentityState state =
                new IdentityState(IdentityStateFormat.readNode(key, in), IdentityStateFormat.readCustomer(key, in));
        in.expectEnd();
        return state;
    }
}
