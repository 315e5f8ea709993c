package io.truenorth.service.config;

import io.truenorth.documents.Document;
import io.truenorth.documents.InvalidDocumentException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads configurations, and tells which keys one has. */
public final class Configuration {

    /** The sections of one file that belong to a service; who does not read them leaves them to their owner. */
    static final Set<String> SERVICES = Set.of("gateway", "streams", "dashboard", "simulator");

    private Configuration() {}

    /**
     * The configuration that the sources describe.
     *
     * @param reading makes the record of its parts; it is given the root of the file
     * @throws InvalidConfigException naming everything that is wrong with file and environment
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

    /** The keys that a reading asks for, in its order, with their defaults. */
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
                section.leaveToOthers(SERVICES);
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
