package io.truenorth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.architecture.LeastVersions.Library;
import io.truenorth.architecture.LeastVersions.Rule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No library with a known hole, as far as that can be told without the network: least-versions.txt says how it is kept. */
class LeastVersionsTest {
    private LeastVersions least;

    @BeforeEach
    void read() throws IOException {
        least = LeastVersions.read(Path.of("src/test/resources/least-versions.txt"));
    }

    /** This module depends on all others: its class path is theirs, and that of the image. */
    @Test
    void theClassPathHasNoLibraryWithAKnownHole() {
        List<Library> libraries =
                libraries(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(Path::of));

        assertThat(libraries)
                .hasSizeGreaterThan(100)
                .extracting(Library::name)
                .contains("jackson-databind", "jetty-server");
        assertThat(violations(libraries)).isEmpty();
    }

    @Test
    void theLocalRegistryHasNoLibraryWithAKnownHole() throws IOException {
        List<Library> libraries = registryLibraries();

        assertThat(libraries)
                .hasSizeGreaterThan(300)
                .extracting(Library::name)
                .contains("io.netty.netty-codec-http", "net.minidev.json-smart");
        assertThat(violations(libraries)).isEmpty();
    }

    /** After a version was raised, an unpacked registry of an earlier build has both. */
    @Test
    void theLocalRegistryHasEachLibraryOnce() throws IOException {
        assertThat(registryLibraries().stream()
                        .filter(library -> library.place().getParent().endsWith("patched"))
                        .collect(Collectors.groupingBy(Library::name)))
                .isNotEmpty()
                .allSatisfy((name, versions) -> assertThat(versions)
                        .as(name + ": 'mvn -pl services/registry-distribution clean' removes the older one")
                        .hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2.18.7, false",
        "2.18.8, true",
        "2.18.12, true",
        "2.19.4, false",
        "2.21.3, false",
        "2.21.4, true",
        "2.22.0, false",
        "2.22.1, true",
        "2.23.0, true",
        "3.0.0, true",
        "2.9.10, false"
    })
    void eachLineHasItsLeastVersionAndYoungerLinesTheLast(String version, boolean allowed) {
        Rule rule = new Rule("g", "a", List.of("2.18.8", "2.21.4", "2.22.1"), "");

        assertThat(rule.allows(new Version(version))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "4.1.118.Final, 4.1.136.Final, true", "4.1.140.Final, 4.1.136.Final, false",
                "12.8.2.jre11, 12.8.2.jre11, false",
        "33.5.0-jre, 32.0.0, false", "1.5.20, 1.5.36, true", "42.7.14, 42.7.7, false"
    })
    void versionsAreComparedByTheirNumbers(String one, String other, boolean older) {
        assertThat(new Version(one).isOlderThan(new Version(other))).isEqualTo(older);
    }

    @Test
    void whatIsTooOldIsNamedWithItsPlaceAndTheAdvisory() {
        Library old =
                Library.of(Path.of("/lib/net.minidev.json-smart-2.5.0.jar")).orElseThrow();

        assertThat(least.violations(old))
                .containsExactly("/lib/net.minidev.json-smart-2.5.0.jar: expected 2.5.2 or newer (CVE-2024-57699)");
        assertThat(least.violations(Library.of(Path.of("/lib/modified-io.vertx.vertx-core-4.5.13.jar"))
                        .orElseThrow()))
                .hasSize(2);
        assertThat(least.violations(
                        Library.of(Path.of("/m2/io/netty/netty-buffer/4.1.118.Final/netty-buffer-4.1.118.Final.jar"))
                                .orElseThrow()))
                .hasSize(1);
    }

    private static List<Library> registryLibraries() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../registry-distribution/target/registry"))) {
            return libraries(files.filter(Files::isRegularFile));
        }
    }

    private static List<Library> libraries(Stream<Path> jars) {
        return jars.filter(jar -> jar.toString().endsWith(".jar"))
                .map(Library::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<String> violations(List<Library> libraries) {
        return libraries.stream()
                .flatMap(library -> least.violations(library).stream())
                .toList();
    }
}
