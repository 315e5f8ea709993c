package io.truenorth.service.config;

import java.util.Objects;

/** A configured value that is never shown; {@link #reveal} returns it. */
public final class Secret {

    private final String value;

    /** Wraps a value. */
    public Secret(String value) {
        this.value = value;
    }

    /** The value itself; never for a log or a message. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return "***";
    }
}
