package io.truenorth.identity.joining;

import java.util.List;

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
}
