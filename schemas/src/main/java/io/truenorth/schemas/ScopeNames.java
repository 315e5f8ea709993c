package io.truenorth.schemas;

import java.util.Optional;
import java.util.Set;

/**
 * Names of scopes, as they are keys and fields on topics. {@code all} is the parent of every other scope. Scopes of an
 * attribute, such as {@code region=north}, count customers, each in one value of it; scopes of a channel or a product carry
 * contributions and points.
 */
public final class ScopeNames {
    /** All customers. */
    public static final String ALL = "all";

    /** The attribute of the scopes of channels. */
    public static final String CHANNEL = "channel";

    /** The attribute of the scopes of products. */
    public static final String PRODUCT = "product";

    /** The value for customers without the attribute, and the product of touchpoints without a subject. */
    public static final String UNSET = "unset";

    /** Names that no segment attribute may have. */
    public static final Set<String> RESERVED = Set.of(ALL, CHANNEL, PRODUCT);

    private ScopeNames() {}

    /** The scope of customers with a value of an attribute. */
    public static String segment(String attribute, String value) {
        return attribute + "=" + value;
    }

    /** The scope of a channel. */
    public static String channel(String channel) {
        return segment(CHANNEL, channel);
    }

    /** The scope of a subject. */
    public static String product(String subject) {
        return segment(PRODUCT, subject.isEmpty() ? UNSET : subject);
    }

    /** The parent of a scope; empty for {@link #ALL}. */
    public static Optional<String> parent(String scope) {
        return scope.equals(ALL) ? Optional.empty() : Optional.of(ALL);
    }

    /** The name before the equals sign; empty for {@link #ALL}. */
    public static String attribute(String scope) {
        int equals = scope.indexOf('=');
        return equals < 0 ? "" : scope.substring(0, equals);
    }

    /** The value after the equals sign; the whole name for {@link #ALL}. */
    public static String value(String scope) {
        return scope.substring(scope.indexOf('=') + 1);
    }

    /** Whether a scope counts customers: all of them, or those with a value of an attribute. */
    public static boolean countsCustomers(String scope) {
        String attribute = attribute(scope);
        return !attribute.equals(CHANNEL) && !attribute.equals(PRODUCT);
    }
}
