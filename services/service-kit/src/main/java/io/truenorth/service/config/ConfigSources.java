package io.truenorth.service.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a configuration comes from, the weaker first; below both are the defaults.
 *
 * @param file a YAML file, if there is one
 * @param environment the variables of the process; those without the prefix {@code TRUENORTH_} are ignored,
 *     an empty one counts as not set
 */
public record ConfigSources(Optional<Path> file, Map<String, String> environment) {

    /** Names the YAML file. */
    public static final String FILE_VARIABLE = "TRUENORTH_CONFIG";

    /** The environment is copied. */
    public ConfigSources {
        environment = Map.copyOf(environment);
    }

    /** Neither file nor environment: the defaults. */
    public static ConfigSources none() {
        return new ConfigSources(Optional.empty(), Map.of());
    }

    /** An environment, and the file that its variable {@link #FILE_VARIABLE} names, if any. */
    public static ConfigSources of(Map<String, String> environment) {
        String file = environment.getOrDefault(FILE_VARIABLE, "");
        return new ConfigSources(file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)), environment);
    }

    /** Texts by name as a variable has them; no comma is in any of them. */
    public static String pairs(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** A file and an environment, which must not name another file. */
    public static ConfigSources of(Path file, Map<String, String> environment) {
        return new ConfigSources(Optional.of(file), environment);
    }
}
