package io.truenorth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The packaged command line has every module that the demo runs; runs after packaging. */
class PackagedCommandLineIT {
    private static final Path JAR = Path.of("target", "truenorth.jar");

    @Test
    void everyModuleOfTheDemoIsOnTheClassPathOfTheJar() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            String classPath = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);

            assertThat(Arrays.stream(classPath.split(" ")))
                    .allSatisfy(
                            library -> assertThat(JAR.resolveSibling(library)).isRegularFile());
            for (String module : new String[] {
                "standalone", "gateway", "streams", "dashboard", "simulator", "embedded", "query-contract", "deployment"
            }) {
                assertThat(classPath).as("the libraries of %s", JAR).contains("/" + module + "-");
            }
        }
    }
}
