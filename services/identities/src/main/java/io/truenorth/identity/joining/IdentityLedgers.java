package io.truenorth.identity.joining;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledgers of customers, in which what came under each identity stays apart. */
public interface IdentityLedgers {
    /** Adds what came under an identity. */
    void add(String customer, String identity, Content content);

    /**
     * Removes and returns what a customer knows of an identity's consent. It goes before everything that came under any
     * identity, so that nothing is scored in between which may not be.
     *
     * @param customer who leaves it
     * @param identity of which it was said
     */
    List<Content> removeConsents(String customer, String identity);

    /**
     * Removes and returns what a customer has of an identity, in parts that are small enough for a message.
     *
     * @param customer who leaves it
     * @param identity under which it came
     */
    List<Content> remove(String customer, String identity);

    /** Returns whether a customer has withdrawn consent to be scored, for any identity. */
    boolean hasObjected(String customer);

    /** Returns when a customer has withdrawn consent to activation, for any identity, epoch ms; 0 if they have not. */
    long activationWithdrawnAt(String customer);

    /** Returns whether a customer has anything of any identity. */
    boolean hasAny(String customer);

    /** Returns an event without what is suppressed; null if nothing is left. What is left out is counted here. */
    @Nullable
    Content without(Content event, Suppression suppression);

    /**
     * Returns what comes to the customer of an identity without what is suppressed; null if nothing is left. Consent that is
     * withdrawn is kept with the suppression, even if it is left out.
     *
     * @param customer who has the identity
     * @param identity of which it is known
     * @param part a part of what is known
     */
    @Nullable
    Content without(String customer, String identity, Content part, Suppression suppression);

    /** Tells that an identity that was erased is part of a customer again, who has what is kept of its consent. */
    void beginAnew(String customer, String identity);
}
