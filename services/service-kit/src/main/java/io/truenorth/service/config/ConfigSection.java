package io.truenorth.service.config;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A section of the configuration. Each read names a key and always returns a value: from the environment, else from
 * the file, else the default. An invalid value is recorded as a problem and read as the default.
 */
public final class ConfigSection {

    private final String path;
    private final DocumentSection file;
    private final Environment environment;
    private final List<ConfigKey> keys;

    private ConfigSection(String path, DocumentSection file, Environment environment, List<ConfigKey> keys) {
        this.path = path;
        this.file = file;
        this.environment = environment;
        this.keys = keys;
    }

    static ConfigSection root(DocumentNode root, Environment environment, List<ConfigKey> keys) {
        return new ConfigSection("", root.section(), environment, keys);
    }

    /** The section below a key. */
    public ConfigSection section(String key) {
        return new ConfigSection(pathOf(key), file.at(key).section(), environment, keys);
    }

    /** A text. */
    public String text(String key, String fallback, String meaning) {
        return value(key, "text", fallback, fallback, meaning, DocumentNode::text);
    }

    /** An optional text. */
    public Optional<String> optionalText(String key, String meaning) {
        String text = value(key, "text", "", "", meaning, DocumentNode::text);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** An optional text that is never shown. */
    public Optional<Secret> secret(String key, String meaning) {
        String text = value(key, "secret text", "", "", meaning, DocumentNode::text);
        return text.isEmpty() ? Optional.empty() : Optional.of(new Secret(text));
    }

    /** A whole number within bounds, both included; the meaning says of what. */
    public int integer(String key, int fallback, int low, int high, String meaning) {
        String type = "whole number, " + low + " to " + high;
        return value(
                key,
                type,
                fallback,
                Integer.toString(fallback),
                meaning,
                (node, value) -> node.integer(low, high, value));
    }

    /** A number of bytes within bounds, both included: {@code 4096}, {@code 64KiB}, {@code 1MiB}. */
    public long size(String key, long fallback, long low, long high, String meaning) {
        String type = "bytes, " + SizeFormat.of(low) + " to " + SizeFormat.of(high);
        return value(
                key,
                type,
                fallback,
                SizeFormat.of(fallback),
                meaning,
                (node, value) -> SizeFormat.read(node, low, high, value));
    }

    /** A length of time within bounds, both included: {@code 250ms}, {@code 10s}, {@code 5m}, {@code 30d}. */
    public Duration duration(String key, Duration fallback, Duration low, Duration high, String meaning) {
        String type = "duration, " + DurationFormat.of(low) + " to " + DurationFormat.of(high);
        return value(
                key,
                type,
                fallback,
                DurationFormat.of(fallback),
                meaning,
                (node, value) -> DurationFormat.read(node, low, high, value));
    }

    /** {@code true} or {@code false}. */
    public boolean bool(String key, boolean fallback, String meaning) {
        return value(key, "true or false", fallback, Boolean.toString(fallback), meaning, DocumentNode::bool);
    }

    /** One of the names of an enum, in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback, String meaning) {
        String names = Arrays.stream(type.getEnumConstants())
                .map(ConfigSection::nameOf)
                .collect(Collectors.joining(", "));
        return value(
                key, "one of " + names, fallback, nameOf(fallback), meaning, (node, value) -> node.oneOf(type, value));
    }

    /** A list of texts; in the environment separated by commas. */
    public List<String> texts(String key, List<String> fallback, String meaning) {
        String type = "list of texts";
        String shown = String.join(", ", fallback);
        return value(key, type, fallback, shown, meaning, TextCollections::list, TextCollections::separatedList);
    }

    /** Texts by names of the writer's choice; in the environment {@code name=text} pairs separated by commas. */
    public Map<String, String> textsByName(String key, String meaning) {
        return value(key, "texts by name", Map.of(), "", meaning, TextCollections::map, TextCollections::separatedMap);
    }

    /** The variables of the process, for documents that name some of them by names of their own. */
    public Map<String, String> variables() {
        return environment.all();
    }

    /**
     * Whether a key is present, even with an empty value. Keys whose absence grants access reject an empty value instead of
     * treating it as absent.
     */
    public boolean isSet(String key) {
        String variable = ConfigKey.variableOf(pathOf(key));
        return environment.isEmpty(variable)
                || environment.variable(variable).isPresent()
                || file.at(key).isPresent();
    }

    /** Notes that the value of a key will not do; in the environment's terms where it comes from there. */
    public void reject(String key, String message) {
        String variable = ConfigKey.variableOf(pathOf(key));
        if (environment.isEmpty(variable) && !file.at(key).isPresent()) {
            environment.problem(variable, message);
        } else {
            environment.variable(variable).orElseGet(() -> file.at(key)).problem(message);
        }
    }

    /** Sections of other services that this reading did not ask for are theirs. */
    void ignoreSectionsOf(Set<String> services) {
        services.forEach(file::at);
    }

    private <T> T value(
            String key, String type, T fallback, String shown, String meaning, BiFunction<DocumentNode, T, T> reading) {
        return value(key, type, fallback, shown, meaning, reading, reading);
    }

    private <T> T value(
            String key,
            String type,
            T fallback,
            String shown,
            String meaning,
            BiFunction<DocumentNode, T, T> inFile,
            BiFunction<DocumentNode, T, T> inEnvironment) {
        ConfigKey configKey = new ConfigKey(pathOf(key), type, shown, meaning);
        keys.add(configKey);
        T weaker = inFile.apply(file.at(key), fallback);
        return environment
                .variable(configKey.variable())
                .map(node -> inEnvironment.apply(node, weaker))
                .orElse(weaker);
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
