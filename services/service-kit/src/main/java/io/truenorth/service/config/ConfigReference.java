package io.truenorth.service.config;

import java.util.List;

/** The keys of a service as a table of Markdown. */
public final class ConfigReference {

    private ConfigReference() {}

    /** One row a key, in their order, below a head. */
    public static String table(List<ConfigKey> keys) {
        StringBuilder table = new StringBuilder("| key, variable | type | default | meaning |\n|---|---|---|---|\n");
        for (ConfigKey key : keys) {
            table.append("| `%s`<br>`%s` | %s | %s | %s |%n"
                    .formatted(key.path(), key.variable(), key.type(), shown(key.fallback()), key.meaning())
                    .replace(System.lineSeparator(), "\n"));
        }
        return table.toString();
    }

    private static String shown(String fallback) {
        return fallback.isEmpty() ? "none" : "`" + fallback + "`";
    }
}
