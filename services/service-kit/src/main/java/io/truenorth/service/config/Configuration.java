package io.truenorth.service.config;

import io.truenorth.documents.Document;
import io.truenorth.documents.InvalidDocumentException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads configurations and lists their keys. */
public final class Configuration {

    /** Sections that belong to one service; the other services ignore them. */
    static final Set<String> SERVICES = Set.of("gateway", "streams", "dashboard", "simulator");

    private Configuration() {}

    /**
     * Reads the configuration from its sources.
     *
     * @param reading builds the record from the root section
     * @throws InvalidConfigException naming every problem of file and environment
     */
    public static <T> T read(ConfigSources sources, Function<ConfigSection, T> reading) {
        List<String> problems = new ArrayList<>();
        Optional<T> result = Optional.empty();
        try {
            Document file = sources.file().map(Document::at).orElseGet(Configuration::emptyFile);
            Environment environment = Environment.of(sources.environment());
            result = readBoth(file, environment, reading, problems);
        } catch (InvalidDocumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        if (result.isEmpty() || !problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
        return result.get();
    }

    /** The keys that are read, in order, with their defaults. */
    public static List<ConfigKey> keysOf(Function<ConfigSection, ?> reading) {
        List<ConfigKey> keys = new ArrayList<>();
        emptyFile().read(root -> reading.apply(ConfigSection.root(root, Environment.none(), keys)));
        return List.copyOf(keys);
    }

    private static <T> Optional<T> readBoth(
            Document file, Environment environment, Function<ConfigSection, T> reading, List<String> problems) {
        Optional<T> result = Optional.empty();
        try {
            result = Optional.of(file.read(root -> {
                List<ConfigKey> keys = new ArrayList<>();
                ConfigSection section = ConfigSection.root(root, environment, keys);
                T read = reading.apply(section);
                section.ignoreSectionsOf(SERVICES);
                return read;
            }));
        } catch (InvalidDocumentException e) {
            e.problems().forEach(problem -> problems.add(place(e.document(), problem.line()) + problem));
        }
        problems.addAll(environment.problems(SERVICES));
        return result;
    }

    private static String place(String document, int line) {
        return line > 0 ? document + ":" + line + ": " : document + ": ";
    }

    private static Document emptyFile() {
        return Document.of("configuration", "{}".getBytes(StandardCharsets.UTF_8));
    }
}
