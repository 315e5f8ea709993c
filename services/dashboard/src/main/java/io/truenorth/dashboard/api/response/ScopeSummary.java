package io.truenorth.dashboard.api.response;

import java.util.Optional;

/**
 * A scope by its names.
 *
 * @param id {@code all}, or an attribute and its value: {@code region=north}
 * @param label for people
 * @param parent the scope that holds it; absent for {@code all}
 * @param attribute absent for {@code all}, and where it is not asked for
 */
public record ScopeSummary(String id, String label, Optional<String> parent, Optional<String> attribute) {}
