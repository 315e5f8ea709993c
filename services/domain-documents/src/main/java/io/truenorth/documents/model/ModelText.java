package io.truenorth.documents.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.relationship.model.ScoringModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Writes a scoring model as a YAML document that states every value, with a comment where it differs from the standard model.
 * {@link ScoringModelDocument} reads it as the same model.
 */
public final class ModelText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
    private static final List<String> RESERVED = List.of("null", "true", "false", "yes", "no", "on", "off");
    private static final ObjectNode STANDARD = ModelTree.of(ScoringModel.standard());

    private final StringBuilder text = new StringBuilder();
    private int differences;

    private ModelText() {}

    /** The document of a model. */
    public static String of(ScoringModel model) {
        ModelText writer = new ModelText();
        ModelTree.of(model).properties().forEach(entry -> writer.add(entry.getKey(), entry.getValue()));
        return writer.heading(model) + writer.text;
    }

    private String heading(ScoringModel model) {
        String differing = differences == 0
                ? "# No value differs from the standard model's.\n"
                : String.format(
                        Locale.ROOT,
                        "# Values that differ from the standard model's have a comment: %,d.\n",
                        differences);
        return "# The scoring model " + inline(model.id()) + ", version " + model.version() + ", with every value.\n"
                + differing + "\n";
    }

    /** A value of the root; every model has its own id and version. */
    private void add(String key, JsonNode value) {
        if (value.isObject()) {
            add("", key, value, STANDARD.path(key), !key.equals("kinds"));
        } else if (key.equals("id") || key.equals("version")) {
            line("", key, value, "");
        } else {
            line("", key, value, comment(value, STANDARD.path(key)));
        }
    }

    /** @param blocks whether the maps in this one have a line for each of their values, or are written on one line */
    private void add(String indent, String name, JsonNode map, JsonNode standard, boolean blocks) {
        text.append(indent).append(inline(name)).append(map.isEmpty() ? ": {}\n" : ":\n");
        String deeper = indent + "  ";
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            JsonNode value = entry.getValue();
            JsonNode counterpart = standard.path(entry.getKey());
            if (blocks && value.isObject()) {
                add(deeper, entry.getKey(), value, counterpart, true);
            } else {
                line(deeper, entry.getKey(), value, comment(value, counterpart));
            }
        }
        for (Map.Entry<String, JsonNode> entry : standard.properties()) {
            if (!map.has(entry.getKey())) {
                differences++;
                text.append(deeper).append("# not listed; standard: ");
                line("", entry.getKey(), entry.getValue(), "");
            }
        }
    }

    private String comment(JsonNode value, JsonNode standard) {
        if (value.equals(standard)) {
            return "";
        }
        differences++;
        return standard.isMissingNode() ? "  # not in the standard model" : "  # standard: " + inline(standard);
    }

    private void line(String indent, String key, JsonNode value, String comment) {
        text.append(indent)
                .append(inline(key))
                .append(": ")
                .append(inline(value))
                .append(comment)
                .append('\n');
    }

    /** A value in YAML's flow style, on one line. */
    static String inline(JsonNode value) {
        if (value.isObject()) {
            return value.isEmpty() ? "{}" : joined(value, "{ ", " }");
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(ModelText::inline)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isTextual() ? inline(value.textValue()) : value.asText();
    }

    private static String joined(JsonNode map, String before, String after) {
        return map.properties().stream()
                .map(entry -> inline(entry.getKey()) + ": " + inline(entry.getValue()))
                .collect(Collectors.joining(", ", before, after));
    }

    private static String inline(String name) {
        boolean plain = PLAIN.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
        return plain ? name : '"' + Excerpt.visible(name.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }
}
