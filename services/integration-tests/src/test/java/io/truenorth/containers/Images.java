package io.truenorth.containers;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The images by their upstream names, in the versions that compose runs. */
final class Images {
    private static final Path COMPOSE = Path.of("../../deploy/compose");
    private static final Properties ENV = read(COMPOSE.resolve(".env"));

    static final String KAFKA = "apache/kafka:" + version("KAFKA_VERSION");
    static final String REGISTRY = "apicurio/apicurio-registry:" + version("APICURIO_VERSION");
    static final String TRUENORTH = "truenorth/truenorth:" + version("TRUENORTH_VERSION");

    private Images() {}

    static Path compose(String file) {
        return COMPOSE.resolve(file);
    }

    static String version(String key) {
        return ENV.getProperty(key);
    }

    /** Why the tests cannot run here; nothing if they can. Asks the engine and no registry, so that it takes no time. */
    static Optional<String> missing() {
        String prefix = Optional.ofNullable(System.getenv("TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX"))
                .orElse("");
        try {
            if (run("docker", "version") != 0) {
                return Optional.of("no Docker engine answers");
            }
            for (String image : List.of(KAFKA, REGISTRY, TRUENORTH)) {
                if (run("docker", "image", "inspect", prefix + image) != 0) {
                    return Optional.of("no image " + prefix + image
                            + " (docker pull, or deploy/images/offline.sh; ours is built as docs/deploy.md says)");
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("no docker command");
        }
    }

    private static int run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.onExit().join().exitValue();
    }

    private static Properties read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
