package io.truenorth.gateway.sources.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The documents that come with the project; other documents may extend them by name. */
public final class ShippedSources {

    private static final String DIRECTORY = "/sources/";
    private static final String ENDING = ".yaml";
    private static final String INDEX = "index.txt";

    private ShippedSources() {}

    /** The names of all of them, in order. */
    public static List<String> names() {
        return text(INDEX)
                .map(index -> index.lines().filter(line -> !line.isBlank()).toList())
                .orElseThrow(() -> new AssertionError("the index lies beside the sources"));
    }

    /** The text of a document, if there is one of that name. */
    public static Optional<String> document(String name) {
        return names().contains(name) ? text(name + ENDING) : Optional.empty();
    }

    private static Optional<String> text(String file) {
        try (InputStream in = ShippedSources.class.getResourceAsStream(DIRECTORY + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("what lies in the jar can be read", e);
        }
    }
}
