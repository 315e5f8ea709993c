package io.truenorth.gateway.event;

import io.truenorth.identity.NameText;
import io.truenorth.identity.Placeholders;
import java.util.Locale;
import java.util.Optional;

/**
 * What a deployment says of identities.
 *
 * @param placeholders the values that are nobody
 * @param phones writes phone numbers alike; without it they stay as they are sent
 * @param pseudonyms hides personal names
 */
public record IdentityRules(Placeholders placeholders, Optional<PhoneNumbers> phones, Pseudonyms pseudonyms) {

    /** The namespace of e-mail addresses. */
    static final String EMAIL = "email";

    /** The namespace of phone numbers. */
    static final String PHONE = "phone";

    /** The standard rules, without a region for national numbers. */
    public static IdentityRules standard(Pseudonyms pseudonyms) {
        return new IdentityRules(Placeholders.standard(), Optional.of(new PhoneNumbers(Optional.empty())), pseudonyms);
    }

    /** A value as its rules look at it: of an address or a number the space around it says nothing. */
    static String trimmed(String namespace, String value) {
        return namespace.equals(EMAIL) || namespace.equals(PHONE) ? NameText.trimmed(value) : value;
    }

    /**
     * The one way to write a name: composed (NFC), an address in lower case, a phone number in E.164.
     *
     * @param region whose national phone numbers the source means
     * @throws IllegalArgumentException saying what was expected, if it is to be a phone number and is none
     */
    SentIdentity normal(String namespace, String value, Optional<String> region) {
        String composed = NameText.composed(value);
        return new SentIdentity(
                namespace,
                switch (namespace) {
                    case EMAIL -> composed.toLowerCase(Locale.ROOT);
                    case PHONE -> phones.isPresent() ? phones.get().e164(composed, region) : composed;
                    default -> composed;
                });
    }
}
