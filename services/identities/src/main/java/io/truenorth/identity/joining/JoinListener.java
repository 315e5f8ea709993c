package io.truenorth.identity.joining;

import io.truenorth.identity.joining.CustomerMessage.Erase;
import java.util.Set;

/** Is told what became of links and requests, for the log of identity events. */
public interface JoinListener {
    /** Tells that a customer takes in another. */
    void joined(String customer, String joined, Set<String> identities, IdentityPair link, Evidence evidence);

    /** Tells that a customer is part of another from now on, and has left nothing behind. */
    void redirected(String customer, String into);

    /** Tells that a customer who was part of another is one again. */
    void restored(String customer);

    /** Tells that a customer did not join another. */
    void refused(String customer, RefusedLink refusal);

    /** Tells that an identity was split from a customer, and which links were dropped. */
    void split(String customer, String identity, Set<IdentityPair> dropped, Evidence request);

    /**
     * Tells that a customer was erased.
     *
     * @param customer the customer, who has nothing left
     * @param identities all identities of the customer
     * @param erase what was executed: the request, and the identity that it names
     * @param at when it was executed, epoch ms
     * @param known whether anything was stored of the customer
     */
    void erased(String customer, Set<String> identities, Erase erase, long at, boolean known);

    /** Tells that an identity was not split, as it is a customer by itself; nothing has changed. */
    void notSplit(String identity, Evidence request);
}
