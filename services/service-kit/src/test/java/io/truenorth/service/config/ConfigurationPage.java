package io.truenorth.service.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Holds {@code docs/configuration.md} to what services read: each service has a part of the page, between two marks, that a
 * test of its own compares. With {@code -Dtruenorth.write-docs=true} that test writes it.
 */
public final class ConfigurationPage {

    private ConfigurationPage() {}

    /** Compares, or writes, the part of a service. */
    public static void requireInStep(String service, Function<ConfigSection, ?> reading) {
        Path page = page();
        String part = ConfigReference.table(Configuration.keysOf(reading));
        String text = read(page);
        if (Boolean.getBoolean("truenorth.write-docs")) {
            write(page, replaced(text, service, part));
        } else {
            assertThat(partOf(text, service))
                    .as("docs/configuration.md, part %s; written by mvn test -Dtruenorth.write-docs=true", service)
                    .isEqualTo(part);
        }
    }

    private static String partOf(String text, String service) {
        int begin = text.indexOf(begin(service));
        int end = text.indexOf(end(service));
        return begin < 0 || end < begin
                ? ""
                : text.substring(begin + begin(service).length(), end);
    }

    private static String replaced(String text, String service, String part) {
        int begin = text.indexOf(begin(service));
        int end = text.indexOf(end(service));
        String marked = begin(service) + part + end(service);
        return begin < 0 || end < begin
                ? text.stripTrailing() + "\n\n## " + service + "\n\n" + marked
                : text.substring(0, begin)
                        + marked
                        + text.substring(end + end(service).length());
    }

    private static String begin(String service) {
        return "<!-- keys of " + service + ", generated -->\n";
    }

    private static String end(String service) {
        return "<!-- end of the keys of " + service + " -->\n";
    }

    private static Path page() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs").resolve("adr"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs").resolve("configuration.md");
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path page, String text) {
        try {
            Files.writeString(page, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
