package io.truenorth.gateway.sources.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Small payloads of our own in the forms of other systems, with what becomes of each: {@code sources/NAME.txt}, one payload
 * a paragraph. Its lines: {@code > header: value}, the JSON, and an outcome of {@link Outcomes#line} after each {@code => }.
 */
final class OwnPayloads {

    /** A payload and what is expected of it. */
    record Case(String source, String json, Map<String, String> headers, List<String> outcomes) {
        @Override
        public String toString() {
            return source + " " + (json.length() > 100 ? json.substring(0, 100) + "…" : json);
        }
    }

    private OwnPayloads() {}

    static List<Case> all() {
        return ShippedSources.names().stream()
                .flatMap(name -> of(name).stream())
                .toList();
    }

    /** None, where a source has its payloads in a table alone: {@link SourceEvents}. */
    static List<Case> of(String source) {
        List<Case> cases = new ArrayList<>();
        if (OwnPayloads.class.getResource("/sources/" + source + ".txt") == null) {
            return cases;
        }
        for (String paragraph : text("/sources/" + source + ".txt").split("\n\n")) {
            cases.add(read(source, paragraph));
        }
        return cases;
    }

    private static Case read(String source, String paragraph) {
        String json = "";
        Map<String, String> headers = new LinkedHashMap<>();
        List<String> outcomes = new ArrayList<>();
        for (String line : paragraph.strip().split("\n")) {
            if (line.startsWith("> ")) {
                headers.put(line.substring(2, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
            } else if (line.startsWith("=> ")) {
                outcomes.add(line.substring(3));
            } else {
                json = line;
            }
        }
        return new Case(source, json, headers, outcomes);
    }

    static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(OwnPayloads.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("it lies beside the tests", e);
        }
    }
}
