package io.truenorth.documents.history;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.truenorth.documents.Excerpt;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** JSON Lines: an object a line, whose fields are the columns. Texts and numbers are taken as written, null is empty. */
final class JsonRows implements Rows {

    /** NaN and infinity are read as numbers so that the column can be named that refuses them. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final Map<String, Integer> positions = new HashMap<>();
    private final Consumer<String> onUnknown;
    private final Set<String> flags;
    private final Set<String> unseen;

    /**
     * Rows of these columns.
     *
     * @param flags the columns in which true and false are taken as texts
     * @param onUnknown told of every field that is not among the columns
     */
    JsonRows(Collection<String> columns, Set<String> flags, Consumer<String> onUnknown) {
        columns.forEach(column -> positions.put(column, positions.size()));
        this.flags = flags;
        this.onUnknown = onUnknown;
        this.unseen = new LinkedHashSet<>(columns);
    }

    /** The columns that no line had so far. */
    Set<String> unseen() {
        return unseen;
    }

    @Override
    public Row read(String line) throws LineRejection {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new LineRejection("", "a JSON object", Excerpt.of(line));
            }
            Row row = new Row(positions, fields(parser), 0);
            if (parser.nextToken() != null) {
                throw new LineRejection("", "one JSON object and nothing after it", Excerpt.of(line));
            }
            return row;
        } catch (JacksonException e) {
            throw new LineRejection("", "a JSON object", Excerpt.of(line) + " (" + reason(e) + ")");
        } catch (IOException e) {
            throw new AssertionError("a line in memory is read without I/O", e);
        }
    }

    /** What is wrong; what else might have stood there is left out. */
    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        int rest = message.indexOf(": ");
        return Excerpt.plain(rest < 0 ? message : message.substring(0, rest), 100);
    }

    private String[] fields(JsonParser parser) throws IOException, LineRejection {
        String[] fields = new String[positions.size()];
        Arrays.fill(fields, "");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Integer position = positions.get(name);
            if (position == null) {
                parser.skipChildren();
                onUnknown.accept(name);
            } else {
                fields[position] = scalar(name, parser);
                unseen.remove(name);
            }
        }
        return fields;
    }

    private String scalar(String column, JsonParser parser) throws IOException, LineRejection {
        return switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getText();
            case VALUE_NULL -> "";
            case START_OBJECT -> throw new LineRejection(column, "a text or a number", "an object");
            case START_ARRAY -> throw new LineRejection(column, "a text or a number", "a list");
            default -> {
                if (!flags.contains(column)) {
                    throw new LineRejection(column, "a text or a number", parser.getText());
                }
                yield parser.getText();
            }
        };
    }
}
