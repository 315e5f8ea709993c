package io.truenorth.dashboard.scopes;

import io.truenorth.schemas.ScopeNames;
import java.util.Locale;

/** Labels of scopes, attributes and kinds for people. */
public final class ScopeLabels {
    private ScopeLabels() {}

    /** The label of a scope: {@code All customers}, {@code north}. */
    public static String label(String scope) {
        return scope.equals(ScopeNames.ALL) ? "All customers" : ScopeNames.value(scope);
    }

    /** The label of a name in the data: {@code ticket_opened} is {@code Ticket opened}. */
    public static String words(String name) {
        String words = name.replace('_', ' ').replace('-', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
