package io.truenorth.streams.rollup;

import java.util.Optional;
import java.util.Set;

/**
 * The names of scopes. {@code all} is the parent of all others. Scopes of an attribute count customers, each in one
 * value of it; scopes of a channel or product carry contributions and points.
 */
public final class Scopes {
    /** All customers. */
    public static final String ALL = "all";

    /** The value for customers without an attribute, and the product of touches without a subject. */
    public static final String UNSET = "unset";

    private static final String CHANNEL = "channel";
    private static final String PRODUCT = "product";

    /** Names not allowed for segment attributes. */
    public static final Set<String> RESERVED = Set.of(ALL, CHANNEL, PRODUCT);

    private Scopes() {}

    /** Returns the scope of customers with a value of an attribute. */
    public static String segment(String attribute, String value) {
        return attribute + "=" + value;
    }

    /** Returns the scope of a channel. */
    public static String channel(String channel) {
        return CHANNEL + "=" + channel;
    }

    /** Returns the scope of a subject. */
    public static String product(String subject) {
        return PRODUCT + "=" + (subject.isEmpty() ? UNSET : subject);
    }

    /** Returns the parent of a scope; empty for {@link #ALL}. */
    public static Optional<String> parent(String scope) {
        return scope.equals(ALL) ? Optional.empty() : Optional.of(ALL);
    }

    /** Returns whether a scope counts customers. */
    public static boolean countsCustomers(String scope) {
        return !scope.startsWith(CHANNEL + "=") && !scope.startsWith(PRODUCT + "=");
    }
}
