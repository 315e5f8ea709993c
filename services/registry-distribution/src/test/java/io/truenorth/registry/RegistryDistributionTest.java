package io.truenorth.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryDistributionTest {
    @TempDir
    private Path directory;

    @Test
    void isWhereTheBuildPutsIt() {
        RegistryDistribution found = RegistryDistribution.find();

        assertThat(found.runner()).isRegularFile();
        assertThat(found.runner().resolveSibling("lib")).isDirectory();
        assertThat(found.mainClass()).isNotEmpty();
    }

    @Test
    void runsWithTheRegistrysLibrariesBeforeOurs() {
        RegistryDistribution found = RegistryDistribution.find();

        List<String> command = found.command(List.of("-Xmx96m"));

        assertThat(command).contains("-Xmx96m", RegistryProcess.class.getName()).endsWith(found.mainClass());
        assertThat(command.get(command.indexOf("-cp") + 1).split(File.pathSeparator, -1))
                .startsWith(
                        found.runner().resolveSibling("patched/*").toString(),
                        found.runner().toString())
                .hasSize(3);
    }

    @Test
    void anAbsentDirectoryIsNamedWithTheWayOut() {
        Path absent = directory.resolve("absent");

        assertThatThrownBy(() -> RegistryDistribution.in(absent))
                .isInstanceOf(MissingDistributionException.class)
                .hasMessageContaining(absent.toString())
                .hasMessageContaining("services/registry-distribution")
                .hasMessageContaining("-Dtruenorth.registry.home=");
    }

    @Test
    void anEmptyDirectoryIsRefused() {
        assertThatThrownBy(() -> RegistryDistribution.in(directory)).hasMessageContaining("found 0");
    }

    @Test
    void aTornJarIsRefused() throws IOException {
        Files.writeString(directory.resolve("registry-runner.jar"), "half a j");

        assertThatThrownBy(() -> RegistryDistribution.in(directory))
                .isInstanceOf(MissingDistributionException.class)
                .hasMessageContaining("registry-runner.jar is not a whole jar");
    }
}
