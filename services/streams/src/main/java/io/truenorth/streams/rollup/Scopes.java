package io.truenorth.streams.rollup;

import java.util.Optional;
import java.util.Set;

/**
 * The names of scopes. {@code all} is the parent of every other. Scopes of an attribute count customers, each in one value
 * of it; scopes of a channel or product carry contributions and points.
 */
public final class Scopes {
    /** Everybody. */
    public static final String ALL = "all";

    /** The value of an attribute that a customer does not have, and the product of touches about none. */
    public static final String UNSET = "unset";

    private static final String CHANNEL = "channel";
    private static final String PRODUCT = "product";

    /** Names that no segment attribute may have. */
    public static final Set<String> RESERVED = Set.of(ALL, CHANNEL, PRODUCT);

    private Scopes() {}

    /** The scope of those who have a value of an attribute. */
    public static String segment(String attribute, String value) {
        return attribute + "=" + value;
    }

    /** The scope of a channel. */
    public static String channel(String channel) {
        return CHANNEL + "=" + channel;
    }

    /** The scope of a subject. */
    public static String product(String subject) {
        return PRODUCT + "=" + (subject.isEmpty() ? UNSET : subject);
    }

    /** What a scope adds up to; nothing for {@link #ALL}. */
    public static Optional<String> parent(String scope) {
        return scope.equals(ALL) ? Optional.empty() : Optional.of(ALL);
    }

    /** Whether a scope counts customers. */
    public static boolean countsCustomers(String scope) {
        return !scope.startsWith(CHANNEL + "=") && !scope.startsWith(PRODUCT + "=");
    }
}
