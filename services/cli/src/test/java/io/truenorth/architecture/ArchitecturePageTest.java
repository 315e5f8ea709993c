package io.truenorth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every class that docs/architecture.md names exists. */
class ArchitecturePageTest {
    private static final Path PAGE = Path.of("../../docs/architecture.md");
    private static final Pattern CLASS_NAME = Pattern.compile("\\b(?:[A-Z][a-z]+){2,}\\b");

    @Test
    void theClassesOfThePageExist() throws IOException {
        Set<String> classes = new ClassFileImporter()
                .importPaths(Modules.classes()).stream()
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
        classes.add(ArchitectureTest.class.getSimpleName());

        Set<String> named = CLASS_NAME
                .matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(classes);
    }
}
