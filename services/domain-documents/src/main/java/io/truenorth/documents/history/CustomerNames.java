package io.truenorth.documents.history;

import io.truenorth.identity.Placeholder;
import io.truenorth.identity.Placeholders;
import java.util.Optional;

/**
 * Who may be a customer of a history.
 *
 * @param namespace of the customers' ids
 * @param placeholders the ids that are nobody's
 */
public record CustomerNames(String namespace, Placeholders placeholders) {

    /** The standard list, for ids of no namespace with rules of its own. */
    public static CustomerNames standard() {
        return new CustomerNames("customer", Placeholders.standard());
    }

    /** Why an id is nobody's; empty if it is somebody's. */
    Optional<Placeholder> nobody(String id) {
        return placeholders.find(namespace, id);
    }
}
