package io.truenorth.dashboard.access;

import io.javalin.security.RouteRole;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a principal may see, including all that the roles before it may. A route names the least role that may use it. */
public enum Role implements RouteRole {
    /** Sums, and no individual customers. */
    VIEWER,
    /** Individual customers too. */
    ANALYST,
    /** Requests to erase customers and to set consent too, with their receipts. */
    PRIVACY,
    /** The operation of the service too, such as its metrics. */
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
