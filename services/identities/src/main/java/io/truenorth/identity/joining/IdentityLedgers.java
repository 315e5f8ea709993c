package io.truenorth.identity.joining;

import java.util.List;

/** The ledgers of customers, in which what came under each identity stays apart. */
public interface IdentityLedgers {
    /** Adds what came under an identity. */
    void add(String customer, String identity, Content content);

    /**
     * Removes and returns what a customer has of an identity, in parts that are small enough for a message.
     *
     * @param customer who leaves it
     * @param identity under which it came
     */
    List<Content> remove(String customer, String identity);
}
