package io.truenorth.documents.history;

import io.truenorth.identity.Placeholder;
import io.truenorth.identity.Placeholders;
import java.util.Optional;

/**
 * Which ids are accepted as customers of a history.
 *
 * @param namespace of the customers' ids
 * @param placeholders ids that identify nobody
 */
public record CustomerNames(String namespace, Placeholders placeholders) {

    /** The standard list, for the default namespace. */
    public static CustomerNames standard() {
        return new CustomerNames("customer", Placeholders.standard());
    }

    /** The placeholder that an id matches; empty if it identifies a customer. */
    Optional<Placeholder> nobody(String id) {
        return placeholders.find(namespace, id);
    }
}
