package io.truenorth.testsupport;

import io.truenorth.embedded.EmbeddedPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an {@link EmbeddedPlatform} as a parameter: one for all test classes of a run, started when the first of them
 * asks, stopped and deleted at the end. Tests share its topics and groups, so each uses names of its own.
 *
 * <pre>{@code
 * @ExtendWith(EmbeddedPlatformExtension.class)
 * class GatewayIT {
 *     @Test
 *     void acceptsATouchpoint(EmbeddedPlatform platform) { ... platform.bootstrapServers() ... }
 * }</pre>
 */
public final class EmbeddedPlatformExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(EmbeddedPlatformExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EmbeddedPlatform.class;
    }

    @Override
    public EmbeddedPlatform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(SharedPlatform.class, key -> SharedPlatform.start(), SharedPlatform.class)
                .platform();
    }

    /** Closed by JUnit with the store that holds it. */
    private record SharedPlatform(EmbeddedPlatform platform, Path directory) implements AutoCloseable {
        static SharedPlatform start() {
            try {
                Path directory = Files.createTempDirectory("truenorth-platform");
                return new SharedPlatform(EmbeddedPlatform.start(directory), directory);
            } catch (IOException e) {
                throw new UncheckedIOException("no temporary directory for the platform", e);
            }
        }

        @Override
        public void close() throws IOException {
            platform.close();
            try (Stream<Path> files = Files.walk(directory)) {
                List<Path> childrenFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : childrenFirst) {
                    Files.delete(file);
                }
            }
        }
    }
}
