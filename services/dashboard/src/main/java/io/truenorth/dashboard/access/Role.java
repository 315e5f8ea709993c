package io.truenorth.dashboard.access;

import io.javalin.security.RouteRole;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may see; each may see what those before it may. A route has the least role that may use it. */
public enum Role implements RouteRole {
    /** Sums: never who is in them. */
    VIEWER,
    /** Customers too. */
    ANALYST,
    /** What runs the service too, such as its meters. */
    ADMIN;

    /** Whether this role may do what another may. */
    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }

    /** As it is written: {@code analyst}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word. */
    public static Optional<Role> of(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
