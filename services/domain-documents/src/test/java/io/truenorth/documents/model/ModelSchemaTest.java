package io.truenorth.documents.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.documents.Document;
import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentProblem;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.relationship.model.ScoringModel;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema for editors and the reader agree: on every key, every range, and every example. */
class ModelSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCHEMA = schema();
    private static final JsonSchema VALIDATOR = new JsonSchema(SCHEMA);
    private static final Pattern KNOWN = Pattern.compile("\\(known here: (.*)\\)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?\\d+)?");

    /** A value of the schema: where it is, and what is said of it. */
    private record Field(List<String> keys, JsonNode schema) {

        String path() {
            return String.join(".", keys);
        }

        String key() {
            return keys.get(keys.size() - 1);
        }

        /** A document with this value, and such limits beside it that those do not restrict it further. */
        String documentWith(JsonNode value) {
            ObjectNode root = JsonNodeFactory.instance.objectNode().put("id", "shop");
            ObjectNode parent = root;
            for (String key : keys.subList(0, keys.size() - 1)) {
                parent = parent.putObject(key);
            }
            parent.set(key(), value);
            if (key().equals("down")) {
                addOtherLimits(root.withObject("/stages"));
            } else if (key().equals("massDown")) {
                parent.put("massUp", 1_000_000);
            }
            return root.toString();
        }

        private void addOtherLimits(ObjectNode stages) {
            List<String> names = List.of("engaged", "committed", "loyal", "advocate");
            int own = names.indexOf(keys.get(1));
            for (int i = 0; i < names.size(); i++) {
                ObjectNode stage = stages.withObject("/" + names.get(i)).put("up", 100);
                if (i != own) {
                    stage.put("down", i < own ? 0.000001 : 100);
                }
            }
        }

        @Override
        public String toString() {
            return path();
        }
    }

    @Test
    void theSchemaStatesItsDraft() {
        assertThat(SCHEMA.get("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    static Stream<Field> fields() {
        List<Field> fields = new ArrayList<>();
        collect(List.of(), SCHEMA, fields);
        return fields.stream();
    }

    private static void collect(List<String> keys, JsonNode schema, List<Field> fields) {
        if (!keys.isEmpty()) {
            fields.add(new Field(keys, resolved(schema)));
        }
        schema.path("properties")
                .properties()
                .forEach(entry -> collect(with(keys, entry.getKey()), entry.getValue(), fields));
        if (keys.equals(List.of("kinds")) || keys.equals(List.of("kindGroups"))) {
            collect(with(keys, "cheer"), schema.get("additionalProperties"), fields);
        }
    }

    private static List<String> with(List<String> keys, String key) {
        List<String> longer = new ArrayList<>(keys);
        longer.add(key);
        return longer;
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? SCHEMA.at(JsonPointer.compile(schema.get("$ref").asText().substring(1)))
                : schema;
    }

    @Test
    void thereAreFields() {
        assertThat(fields().map(Field::path))
                .hasSizeGreaterThan(50)
                .contains("kinds.cheer.points", "kindGroups.cheer.kinds", "stages.loyal.up");
    }

    static Stream<Field> sections() {
        return fields().filter(field -> field.schema().has("properties"));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void bothKnowTheSameKeys(Field section) {
        ObjectNode unknown = JsonNodeFactory.instance.objectNode().put("surely_unknown", 1);

        assertThat(knownTo(section.documentWith(unknown), section.path() + ".surely_unknown"))
                .containsExactlyInAnyOrderElementsOf(keysOf(section.schema()));
    }

    @Test
    void bothKnowTheSameKeysOfTheRootAndOfAnswers() {
        assertThat(knownTo("{id: shop, surely_unknown: 1}", "surely_unknown"))
                .containsExactlyInAnyOrderElementsOf(keysOf(SCHEMA));
        assertThat(knownTo("{id: shop, answers: {nps: [{surely_unknown: 1}]}}", "answers.nps[0].surely_unknown"))
                .containsExactlyInAnyOrderElementsOf(
                        keysOf(SCHEMA.at("/properties/answers/additionalProperties/items")));
    }

    private static List<String> keysOf(JsonNode schema) {
        return schema.get("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What the reader says it knows beside an unknown key. */
    private static List<String> knownTo(String document, String unknown) {
        return problems(document).stream()
                .filter(problem -> problem.path().equals(unknown))
                .map(problem -> KNOWN.matcher(problem.message()))
                .filter(Matcher::find)
                .flatMap(matcher -> Stream.of(matcher.group(1).split(", ")))
                .toList();
    }

    static Stream<Field> numbers() {
        return fields().filter(field -> field.schema().has("maximum"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void bothHaveTheSameRanges(Field field) {
        BigDecimal maximum = field.schema().get("maximum").decimalValue();
        boolean whole = field.schema().get("type").asText().equals("integer");
        BigDecimal little = whole ? BigDecimal.ONE : maximum.movePointLeft(6);

        assertAgreement(field, maximum, true);
        assertAgreement(field, maximum.add(little), false);
        if (field.schema().has("minimum")) {
            BigDecimal minimum = field.schema().get("minimum").decimalValue();
            assertAgreement(field, minimum, true);
            assertAgreement(field, minimum.subtract(whole ? BigDecimal.ONE : new BigDecimal("0.0000001")), false);
        } else {
            BigDecimal minimum = field.schema().get("exclusiveMinimum").decimalValue();
            assertAgreement(field, minimum.add(new BigDecimal("0.0000001")), true);
            assertAgreement(field, minimum, false);
        }
    }

    private static void assertAgreement(Field field, BigDecimal number, boolean valid) {
        String document = field.documentWith(DecimalNode.valueOf(number));
        boolean byReader =
                problems(document).stream().anyMatch(problem -> problem.path().equals(field.path()));
        boolean bySchema = VALIDATOR.violations(json(document)).stream()
                .anyMatch(violation -> violation.startsWith(field.path() + ":"));
        assertThat(byReader).as("the reader refuses " + document).isNotEqualTo(valid);
        assertThat(bySchema).as("the schema refuses " + document).isNotEqualTo(valid);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void bothRequireTheType(Field field) {
        JsonNode other = "string".equals(field.schema().path("type").asText())
                ? JsonNodeFactory.instance.arrayNode()
                : JsonNodeFactory.instance.textNode("surely no value");
        if (field.path().equals("pace") || field.schema().has("enum")) {
            other = NullNode.instance;
        }
        String document = field.documentWith(other);

        assertThat(problems(document))
                .as(document)
                .extracting(DocumentProblem::path)
                .contains(field.path());
        assertThat(VALIDATOR.violations(json(document)))
                .as(document)
                .anyMatch(violation -> violation.startsWith(field.path() + ":"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1h", "60m", "3600s", "3600000ms", "26w", "365250d", "000000001w", "31557600000000ms"})
    void bothTakeTheseDurations(String duration) {
        String document = "{id: shop, risk: {halfLife: " + duration + "}}";

        assertThat(problems(document)).isEmpty();
        assertThat(violations(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"26", "w", "-4w", "4 w", "1.5w", "26W", "4y", "1234567890w", "1234567890123456ms", "P4W"})
    void bothRefuseTheseDurations(String duration) {
        String document = "{id: shop, risk: {halfLife: \"" + duration + "\"}}";

        assertThat(problems(document)).isNotEmpty();
        assertThat(VALIDATOR.violations(json("{\"id\": \"shop\", \"risk\": {\"halfLife\": \"" + duration + "\"}}")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.049", "50.1", "brisk", "''"})
    void bothRefuseThesePaces(String pace) {
        assertThat(problems("{id: shop, pace: " + pace + "}")).hasSize(1);
        assertThat(VALIDATOR.violations(tree(("{id: shop, pace: " + pace + "}").getBytes(StandardCharsets.UTF_8))))
                .containsExactly("pace: anyOf");
    }

    @Test
    void theDefaultsAreTheStandardModels() {
        ObjectNode standard = ModelTree.of(ScoringModel.standard());
        List<String> compared = new ArrayList<>();

        addDefaults("", SCHEMA, standard, compared);

        assertThat(compared).hasSizeGreaterThan(30).allSatisfy(line -> {
            String[] values = line.split(" = | is ");
            assertThat(values[1]).as(line).isEqualTo(values[2]);
        });
    }

    private static void addDefaults(String path, JsonNode schema, JsonNode standard, List<String> into) {
        if (schema.has("default") && !standard.isMissingNode()) {
            into.add(path + " = " + ModelText.inline(schema.get("default")) + " is " + ModelText.inline(standard));
        }
        schema.path("properties")
                .properties()
                .forEach(entry -> addDefaults(
                        path + "." + entry.getKey(), entry.getValue(), standard.path(entry.getKey()), into));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id: ours",
                "{id: ours, pace: slow, version: 2}",
                "{id: ours, pace: 0.05}",
                "{id: ours, kinds: {}, answers: {}}",
                "{id: ours, kinds: {cheer: {points: 2.5}, bye-bye: {leaving: true, passive: false}}, unknownKinds: refuse}",
                "{id: ours, kindGroups: {store: {kinds: [a, b-1], points: 0.5}, web: {kinds: [c], leaving: true}}}",
                "{id: ours, dimensions: {engagement: {halfLives: [1h, 2h, 3h, 1000w]}}}",
            })
    void whatTheReaderTakesIsValid(String document) {
        assertThat(violations(document)).isEmpty();
    }

    @Test
    void theStandardModelIsValidAsItIsWrittenAndInFull() {
        assertThat(violations(ScoringModelDocument.standardText())).isEmpty();
        assertThat(VALIDATOR.violations(ModelTree.of(ScoringModel.standard()))).isEmpty();
    }

    static Stream<BrokenModel> inPlainYaml() {
        return BrokenModel.files().filter(broken -> broken.kind() != BrokenModel.Kind.FORM);
    }

    @ParameterizedTest
    @MethodSource("inPlainYaml")
    void theSchemaRefusesBrokenDocumentsAsFarAsASchemaCan(BrokenModel broken) {
        List<String> violations = VALIDATOR.violations(tree(broken.content()));

        if (broken.kind() == BrokenModel.Kind.SCHEMA) {
            assertThat(violations).isNotEmpty();
        } else {
            assertThat(violations).isEmpty();
        }
    }

    private static List<String> violations(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        ScoringModelDocument.read(Document.of("model.yaml", bytes));
        return VALIDATOR.violations(tree(bytes));
    }

    private static List<DocumentProblem> problems(String document) {
        Document read = Document.of("model.yaml", document.getBytes(StandardCharsets.UTF_8));
        InvalidDocumentException invalid =
                catchThrowableOfType(InvalidDocumentException.class, () -> ScoringModelDocument.read(read));
        return invalid == null ? List.of() : invalid.problems();
    }

    /** The document as editors see it: with the types of YAML's core schema. */
    private static JsonNode tree(byte[] document) {
        return Document.of("model.yaml", document).read(ModelSchemaTest::tree);
    }

    private static JsonNode tree(DocumentNode node) {
        if (node.isMap()) {
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            node.entries().forEach((key, value) -> map.set(key, tree(value)));
            return map;
        }
        if (node.isList()) {
            return JsonNodeFactory.instance
                    .arrayNode()
                    .addAll(node.list().stream().map(ModelSchemaTest::tree).toList());
        }
        String text = node.text("");
        if (NUMBER.matcher(text).matches()) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        return List.of("true", "false").contains(text)
                ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text))
                : JsonNodeFactory.instance.textNode(text);
    }

    private static JsonNode schema() {
        return json(ScoringModelDocument.schemaText());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
