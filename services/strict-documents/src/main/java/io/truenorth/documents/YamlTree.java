package io.truenorth.documents;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses YAML into {@link RawValue}s and notes the position of every path. Only plain data: no aliases, no tags, one document,
 * every key once.
 */
final class YamlTree {

    private static final YAMLFactory YAML = new YAMLFactory();
    private static final int DEEPEST = 50;
    private static final int MOST_VALUES = 20_000;
    private static final int LONGEST_KEY = 200;

    /** Every value keeps its path, so that long ones add up. */
    private static final int LONGEST_PATH = 1_000;

    private final YAMLParser parser;
    private final Map<String, TextPosition> positions = new LinkedHashMap<>();
    private final List<DocumentProblem> problems = new ArrayList<>();
    private final RawValue root;
    private int valueCount;

    private YamlTree(YAMLParser parser) throws IOException {
        this.parser = parser;
        this.root = parser.nextToken() == null ? new RawValue.Nothing() : value("", 0);
        if (parser.nextToken() != null) {
            problem("", "expected one document, a second one begins here");
        }
    }

    /** @throws UnreadableYamlException if the text is not YAML, nested too deeply, or more than a document holds */
    static YamlTree of(String text) {
        try (YAMLParser parser = YAML.createParser(text)) {
            return new YamlTree(parser);
        } catch (JacksonException e) {
            YamlSyntaxError error = YamlSyntaxError.of(e);
            throw new UnreadableYamlException(error.position(), "", "expected YAML: " + error.reason());
        } catch (IOException e) {
            throw new AssertionError("a text in memory is read without I/O", e);
        }
    }

    /** A text that is no YAML, or too much of it; nothing more can be said of it than this one problem. */
    static final class UnreadableYamlException extends RuntimeException {
        private final transient DocumentProblem problem;

        UnreadableYamlException(TextPosition position, String path, String message) {
            super(message);
            this.problem = new DocumentProblem(position, path, message);
        }

        DocumentProblem problem() {
            return problem;
        }
    }

    RawValue root() {
        return root;
    }

    /** The position of every path. */
    Map<String, TextPosition> positions() {
        return positions;
    }

    /** What was wrong with the form: duplicate keys, aliases, tags. */
    List<DocumentProblem> problems() {
        return problems;
    }

    private RawValue value(String path, int depth) throws IOException {
        positions.putIfAbsent(path, position());
        requireBounded(path, depth);
        if (parser.isCurrentAlias()) {
            problem(path, "expected the value itself, was the alias *" + parser.getText());
            return new RawValue.Reported();
        }
        if (parser.getTypeId() != null) {
            problem(path, "expected a value without a tag, was tagged " + Excerpt.of(parser.getTypeId()));
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> entries(path, depth);
            case START_ARRAY -> items(path, depth);
            case VALUE_NULL -> new RawValue.Nothing();
            default -> new RawValue.Scalar(parser.getText());
        };
    }

    private void requireBounded(String path, int depth) {
        if (depth > DEEPEST) {
            throw new UnreadableYamlException(
                    position(), "", "expected YAML: nested deeper than " + DEEPEST + " levels");
        }
        if (++valueCount > MOST_VALUES) {
            throw new UnreadableYamlException(
                    position(),
                    Excerpt.plain(path, LONGEST_KEY),
                    "expected up to " + MOST_VALUES + " values, was one more");
        }
        if (path.length() > LONGEST_PATH) {
            throw new UnreadableYamlException(
                    position(),
                    Excerpt.plain(path, LONGEST_KEY),
                    "expected a path of up to " + LONGEST_PATH + " characters, was longer");
        }
    }

    private void requireShort(String key, String path) {
        if (key.length() > LONGEST_KEY) {
            throw new UnreadableYamlException(
                    position(),
                    path,
                    "expected keys of up to " + LONGEST_KEY + " characters, was " + Excerpt.of(key) + " with "
                            + key.length());
        }
    }

    private RawValue entries(String path, int depth) throws IOException {
        Map<String, RawValue> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            requireShort(key, path);
            String keyPath = Paths.under(path, key);
            TextPosition first = positions.putIfAbsent(keyPath, position());
            if (first != null) {
                problem(keyPath, "expected every key once, was given on line " + first.line() + " already");
            }
            parser.nextToken();
            values.putIfAbsent(key, value(keyPath, depth + 1));
        }
        return new RawValue.Entries(values);
    }

    private RawValue items(String path, int depth) throws IOException {
        List<RawValue> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(Paths.at(path, values.size()), depth + 1));
        }
        return new RawValue.Items(values);
    }

    private TextPosition position() {
        JsonLocation location = parser.currentTokenLocation();
        return new TextPosition(location.getLineNr(), location.getColumnNr());
    }

    private void problem(String path, String message) {
        problems.add(new DocumentProblem(position(), path, message));
    }
}
