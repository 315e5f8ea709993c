package io.truenorth.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The least versions of libraries, as {@code least-versions.txt} has them. */
record LeastVersions(List<Rule> rules) {

    /** Of one library, or all of a group: the least version of each line, and the advisory that says so. */
    record Rule(String group, String artifact, List<String> versions, String advisory) {

        boolean isAbout(Library library) {
            return library.isOf(group, artifact);
        }

        String expected() {
            return versions.isEmpty()
                    ? "no version is without a hole"
                    : "expected " + String.join(" or ", versions) + " or newer";
        }

        /** Whether it is as new as it must be: in its line, or than all of them. */
        boolean allows(Version version) {
            return versions.stream()
                    .map(Version::new)
                    .anyMatch(least -> !version.isOlderThan(least)
                            && (version.isOfLine(least) || least.text().equals(versions.get(versions.size() - 1))));
        }
    }

    static LeastVersions read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return new LeastVersions(lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(LeastVersions::rule)
                    .toList());
        }
    }

    private static Rule rule(String line) {
        String[] parts = line.split("\\s+", 3);
        String[] coordinates = parts[0].split(":", -1);
        return new Rule(
                coordinates[0],
                coordinates[1],
                parts[1].equals("none") ? List.of() : List.of(parts[1].split("\\|", -1)),
                parts[2]);
    }

    /** What is wrong with a library, a line for each rule that it breaks. */
    List<String> violations(Library library) {
        List<String> violations = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.isAbout(library) && !rule.allows(library.version())) {
                violations.add(library.place() + ": " + rule.expected() + " (" + rule.advisory() + ")");
            }
        }
        return violations;
    }

    /** A jar that a program has, by the name and version in the name of its file. */
    record Library(Path place, String name, Version version) {

        static Optional<Library> of(Path jar) {
            String file = jar.getFileName().toString().replaceFirst("^modified-", "");
            String name = file.replaceFirst("-\\d[^/]*\\.jar$", "");
            if (name.equals(file)) {
                return Optional.empty();
            }
            return Optional.of(new Library(
                    jar, name, new Version(file.substring(name.length() + 1, file.length() - ".jar".length()))));
        }

        /** By the directories of a Maven repository, or by a name that begins with the group. */
        boolean isOf(String group, String artifact) {
            boolean any = artifact.equals("*");
            String directories = "/" + group.replace('.', '/') + "/" + name + "/" + version.text() + "/";
            if (place.toString().contains(directories)) {
                return any || name.equals(artifact);
            }
            return any ? name.startsWith(group + ".") : name.equals(group + "." + artifact);
        }
    }
}
