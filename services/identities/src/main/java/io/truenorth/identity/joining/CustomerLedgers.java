package io.truenorth.identity.joining;

import java.util.List;
import java.util.Set;

/** The ledgers of customers, in which what came under each identity stays apart. */
public interface CustomerLedgers {
    /** Adds what came under an identity. */
    void add(String customer, String identity, Content content);

    /**
     * Removes and returns what a customer has of an identity, in parts that are small enough for a message.
     *
     * @param customer who leaves it
     * @param identity under which it came
     */
    List<Content> remove(String customer, String identity);

    /** Tells that a customer who joined another has left nothing behind. */
    void joined(String customer, String into);

    /** Tells that a customer's identities have changed, by a join or a split. */
    void membersChanged(String customer, Set<String> members);
}
