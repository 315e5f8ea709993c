package io.truenorth.documents.history;

import io.truenorth.identity.NameText;
import java.util.Optional;

/** The normal forms of identities, so that an address or a phone number is one customer however it is written. */
@FunctionalInterface
public interface IdentityForms {

    /**
     * The normal form of a value.
     *
     * @param region the region of national phone numbers, if the mapping names one
     * @throws IllegalArgumentException saying what was expected, if the value has none
     */
    String normal(String namespace, String value, Optional<String> region);

    /** Values as they are written, in Unicode's composed form. */
    static IdentityForms asWritten() {
        return (namespace, value, region) -> NameText.composed(value);
    }
}
