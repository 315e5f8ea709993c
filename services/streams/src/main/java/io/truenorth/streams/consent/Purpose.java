package io.truenorth.streams.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person consents to, or does not. */
public enum Purpose {
    /** The person's events are scored. */
    SCORING,
    /** The score is used outside the system, by webhook, list or snapshot. */
    ACTIVATION;

    /** Returns the purpose of a name in the contract; empty if there is none. */
    public static Optional<Purpose> named(String name) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.contractName().equals(name))
                .findFirst();
    }

    /** Returns the name in the contract. */
    public String contractName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
