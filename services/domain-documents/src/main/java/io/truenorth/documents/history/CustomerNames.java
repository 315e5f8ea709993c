package io.truenorth.documents.history;

import io.truenorth.identity.Placeholder;
import io.truenorth.identity.Placeholders;
import java.util.Optional;

/**
 * Which ids are accepted as customers of a history.
 *
 * @param namespace of the customers' ids, where the mapping names no identities
 * @param placeholders ids that identify nobody
 * @param forms the normal forms of the identities that a mapping names
 */
public record CustomerNames(String namespace, Placeholders placeholders, IdentityForms forms) {

    /** Without normal forms of identities. */
    public CustomerNames(String namespace, Placeholders placeholders) {
        this(namespace, placeholders, IdentityForms.asWritten());
    }

    /** The standard list, for the default namespace. */
    public static CustomerNames standard() {
        return new CustomerNames("customer", Placeholders.standard());
    }

    /** The placeholder that an id matches; empty if it identifies a customer. */
    Optional<Placeholder> nobody(String id) {
        return nobody(namespace, id);
    }

    /** The placeholder that an identity matches; empty if it identifies a customer. */
    Optional<Placeholder> nobody(String ofNamespace, String value) {
        return placeholders.find(ofNamespace, value);
    }
}
