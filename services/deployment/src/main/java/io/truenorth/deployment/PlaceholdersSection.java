package io.truenorth.deployment;

import io.truenorth.identity.Placeholders;
import io.truenorth.service.config.ConfigSection;
import java.util.List;

/** The keys of the section {@code identities} about values that are nobody. */
final class PlaceholdersSection {
    private static final String BLOCKED = "blocked";
    private static final String ALLOWED = "allowed";

    private PlaceholdersSection() {}

    static Placeholders read(ConfigSection section) {
        List<String> blocked = section.texts(
                BLOCKED,
                List.of(),
                "Placeholder values in addition to the standard list: `VALUE` or `NAMESPACE:VALUE`, with `*` for any text at either"
                        + " end of the value; case is ignored.");
        List<String> allowed = section.texts(
                ALLOWED,
                List.of(),
                "Values that are valid identities, regardless of the standard list and `identities.blocked`; same format.");
        return Placeholders.of(usable(section, BLOCKED, blocked), usable(section, ALLOWED, allowed));
    }

    /** Returns the values, or none of them if one is invalid, which is reported. */
    private static List<String> usable(ConfigSection section, String key, List<String> values) {
        try {
            var unused = Placeholders.of(values, List.of());
            return values;
        } catch (IllegalArgumentException e) {
            section.reject(key, String.valueOf(e.getMessage()));
            return List.of();
        }
    }
}
