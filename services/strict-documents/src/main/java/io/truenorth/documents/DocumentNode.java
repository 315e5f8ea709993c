package io.truenorth.documents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A node of a document, present or absent. Every read returns a value: the default if the node is absent; the
 * default, with a recorded problem, if it is invalid.
 */
public final class DocumentNode {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][-+]?\\d{1,3})?");
    private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,18}");

    private final Document document;
    private final String path;
    private final @Nullable RawValue value;

    DocumentNode(Document document, String path, @Nullable RawValue value) {
        this.document = document;
        this.path = path;
        this.value = value;
    }

    /** Whether the node has a value. */
    public boolean isPresent() {
        return value != null;
    }

    /** Whether the value is a list; for readers that accept several forms. */
    public boolean isList() {
        return value instanceof RawValue.Items;
    }

    /** Whether the value is a map; for readers that accept several forms. */
    public boolean isMap() {
        return value instanceof RawValue.Entries;
    }

    /** Records a problem with this node. */
    public void problem(String message) {
        document.problem(path, message);
    }

    /** Records a problem with a descendant, by its relative path. */
    public void problem(String relativePath, String message) {
        document.problem(Paths.join(path, relativePath), message);
    }

    /** Records that the node is valid, but probably not what was meant. */
    public void warning(String message) {
        document.warning(path, message);
    }

    /** A text; numbers and booleans as they were written. */
    public String text(String otherwise) {
        return scalar("a text").orElse(otherwise);
    }

    /** A finite decimal number. */
    public double number(double otherwise) {
        Optional<String> text = scalar("a number");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (NUMBER.matcher(text.get()).matches()) {
            double number = Double.parseDouble(text.get());
            if (Double.isFinite(number)) {
                return number;
            }
        }
        return expected("a number", otherwise);
    }

    /** A whole number within bounds, both included. */
    public int integer(int low, int high, int otherwise) {
        String expected = "a whole number from " + low + " to " + high;
        Optional<String> text = scalar(expected);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (INTEGER.matcher(text.get()).matches()) {
            long number = Long.parseLong(text.get());
            if (number >= low && number <= high) {
                return (int) number;
            }
        }
        return expected(expected, otherwise);
    }

    /** {@code true} or {@code false}. */
    public boolean bool(boolean otherwise) {
        Optional<String> text = scalar("true or false");
        if (text.isEmpty()) {
            return otherwise;
        }
        return switch (text.get()) {
            case "true" -> true;
            case "false" -> false;
            default -> expected("true or false", otherwise);
        };
    }

    /** A length of time: a whole number and its unit, as {@code 26w}, {@code 30d}, {@code 12h}, {@code 5m}, {@code 10s}. */
    public Duration duration(Duration otherwise) {
        String expected = "a duration such as 26w, 30d or 12h";
        return scalar(expected)
                .map(text -> DurationText.parse(text).orElseGet(() -> expected(expected, otherwise)))
                .orElse(otherwise);
    }

    /** One of the names of an enum, in lower case with hyphens: {@code epoch-seconds} for {@code EPOCH_SECONDS}. */
    public <E extends Enum<E>> E oneOf(Class<E> type, E otherwise) {
        Map<String, E> names = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(
                        DocumentNode::nameOf, constant -> constant, (one, other) -> one, LinkedHashMap::new));
        String expected = "one of " + String.join(", ", names.keySet());
        Optional<String> text = scalar(expected);
        if (text.isEmpty()) {
            return otherwise;
        }
        E constant = names.get(text.get());
        return constant != null ? constant : expected(expected, otherwise);
    }

    private static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The items of a list; none if it is absent. */
    public List<DocumentNode> list() {
        List<DocumentNode> nodes = new ArrayList<>();
        if (value instanceof RawValue.Items items) {
            for (RawValue item : items.values()) {
                nodes.add(new DocumentNode(document, Paths.at(path, nodes.size()), item));
            }
        } else if (value != null) {
            expected("a list", nodes);
        }
        return nodes;
    }

    /** A map with known keys; empty if it is absent. */
    public DocumentSection section() {
        if (value instanceof RawValue.Entries entries) {
            return new DocumentSection(document, path, entries.values(), true);
        }
        if (value != null) {
            expected("a map", "");
        }
        return new DocumentSection(document, path, Map.of(), false);
    }

    /** A map with arbitrary keys, in the order of the document; empty if it is absent. */
    public Map<String, DocumentNode> entries() {
        Map<String, DocumentNode> nodes = new LinkedHashMap<>();
        if (value instanceof RawValue.Entries entries) {
            entries.values()
                    .forEach((key, entry) -> nodes.put(key, new DocumentNode(document, Paths.under(path, key), entry)));
        } else if (value != null) {
            expected("a map", nodes);
        }
        return nodes;
    }

    private Optional<String> scalar(String expected) {
        if (value instanceof RawValue.Scalar scalar) {
            return Optional.of(scalar.text());
        }
        if (value != null) {
            expected(expected, "");
        }
        return Optional.empty();
    }

    private <T> T expected(String expected, T otherwise) {
        if (!(value instanceof RawValue.Reported)) {
            String found = value == null ? "missing" : value.shown();
            problem("expected " + expected + ", was " + found);
        }
        return otherwise;
    }
}
