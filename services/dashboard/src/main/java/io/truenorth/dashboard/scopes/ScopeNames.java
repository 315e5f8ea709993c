package io.truenorth.dashboard.scopes;

import java.util.Locale;

/** How scopes are called, by the service that makes them and for people. */
public final class ScopeNames {
    /** Everybody. */
    public static final String ALL = "all";
    /** The attribute of the scopes of channels. */
    public static final String CHANNEL = "channel";
    /** The attribute of the scopes of products. */
    public static final String PRODUCT = "product";
    /** The value of customers without the attribute. */
    public static final String UNSET = "unset";

    private ScopeNames() {}

    /** The name before the equals sign; empty for {@link #ALL}. */
    public static String attribute(String scope) {
        int equals = scope.indexOf('=');
        return equals < 0 ? "" : scope.substring(0, equals);
    }

    /** The value behind the equals sign; empty for {@link #ALL}. */
    public static String value(String scope) {
        return scope.substring(scope.indexOf('=') + 1);
    }

    /** Whether a scope counts customers: everybody, and the values of attributes. */
    public static boolean countsCustomers(String scope) {
        String attribute = attribute(scope);
        return !attribute.equals(CHANNEL) && !attribute.equals(PRODUCT);
    }

    /** A scope for people: {@code All customers}, {@code north}. */
    public static String label(String scope) {
        return scope.equals(ALL) ? "All customers" : value(scope);
    }

    /** A word of the data for people: {@code ticket_opened} is {@code Ticket opened}. */
    public static String words(String name) {
        String words = name.replace('_', ' ').replace('-', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
