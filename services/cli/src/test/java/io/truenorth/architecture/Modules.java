package io.truenorth.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The modules of the project, as they lie beside this one. */
final class Modules {

    private static final Path SERVICES = Path.of("..");
    private static final Path SCHEMAS = Path.of("../../schemas");

    private Modules() {}

    static List<Path> roots() {
        List<Path> roots = new ArrayList<>(List.of(SCHEMAS));
        try (Stream<Path> services = Files.list(SERVICES)) {
            services.filter(module -> Files.exists(module.resolve("pom.xml")))
                    .sorted()
                    .forEach(roots::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return roots;
    }

    /** The compiled main classes of the modules that are built and our own: not those of the repackaged client. */
    static List<Path> classes() {
        return roots().stream()
                .filter(module -> !module.endsWith("confluent-client"))
                .map(module -> module.resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
    }
}
