package io.truenorth.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.cli.CommandRun;
import io.truenorth.documents.Document;
import io.truenorth.documents.model.ScoringModelDocument;
import io.truenorth.relationship.model.ScoringModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDocumentCommandsTest {

    @TempDir
    private Path directory;

    @Test
    void aValidModelIsNamed() throws IOException {
        String file = file("shop.yaml", "{id: shop, version: 3}");

        assertThat(CommandRun.of("model", "check", file))
                .isEqualTo(new CommandRun(0, file + ": valid, model shop, version 3\n", ""));
    }

    @Test
    void everyProblemOfEveryFileIsALine() throws IOException {
        String one = file("one.yaml", "id: shop\ndimensions:\n  money: { halflife: 13w, k: -1 }\n");
        String two = file("two.yaml", "id: shop\nrisk:\n  k: 2\n   detractorAt: 1\n");
        String three = file("three.yaml", "id: fine");

        CommandRun run = CommandRun.of("model", "check", one, two, three, "nowhere.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .containsExactly(
                        one + ":3:12: dimensions.money.halflife: unknown key, did you mean halfLife?"
                                + " (known here: weight, halfLife, k)",
                        one + ":3:27: dimensions.money.k: expected a number above 0 and up to 1.0E15, was -1.0",
                        two + ":4:15: expected YAML: mapping values are not allowed here",
                        three + ": valid, model fine, version 1",
                        "nowhere.yaml: no such file");
    }

    @Test
    void whatIsProbablyNotMeantIsAWarning() throws IOException {
        String file = file("shop.yaml", "id: shop\nunknownKinds: refuse\nkinds:\n  referal_made: { points: 1 }\n");

        assertThat(CommandRun.of("model", "check", file))
                .isEqualTo(new CommandRun(
                        0,
                        file + ":4:3: warning: kinds.referal_made: not a kind of the standard model, did you mean"
                                + " referral_made?\n" + file + ": valid, model shop, version 1\n",
                        ""));
    }

    @Test
    void theReportIsJsonOnRequest() throws IOException {
        String broken = file("broken.yaml", "id: shop\nkinds: { refnd: {}, Refund: {} }\n");
        String valid = file("valid.yaml", "id: shop");

        CommandRun run = CommandRun.of("model", "check", broken, valid, "--format", "json");

        assertThat(run.exitCode()).isEqualTo(2);
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report).hasSize(2);
        assertThat(report.get(0).get("file").asText()).isEqualTo(broken);
        assertThat(report.get(0).get("valid").asBoolean()).isFalse();
        assertThat(report.get(0).get("problems").get(0).toString())
                .isEqualTo("{\"severity\":\"error\",\"line\":2,\"column\":21,\"path\":\"kinds.Refund\",\"message\":"
                        + "\"expected lower-case words joined by - or _, of up to 64 characters, was \\\"Refund\\\","
                        + " did you mean refund?\"}");
        assertThat(report.get(0).get("problems").findValuesAsText("severity"))
                .containsExactly("error", "warning", "warning");
        assertThat(report.get(1).toString()).isEqualTo("{\"file\":\"" + valid + "\",\"valid\":true,\"problems\":[]}");
    }

    @Test
    void controlCharactersOfADocumentDoNotReachTheTerminal() throws IOException {
        String file = file("shop.yaml", "id: \"a\\e[31m\"");

        assertThat(CommandRun.of("model", "check", file).out())
                .isEqualTo(file + ": valid, model a\\u001b[31m, version 1\n");
    }

    @Test
    void aModelIsShownWithEveryValue() throws IOException {
        String file = file("shop.yaml", "{id: shop, pace: slow, kinds: {cheer: {points: 2}}}");
        ScoringModel model = read(Files.readString(Path.of(file)));

        CommandRun text = CommandRun.of("model", "show", file);
        CommandRun json = CommandRun.of("model", "show", file, "--format", "json");

        assertThat(text.out())
                .contains("    halfLives: [16w, 104w]  # standard: [4w, 26w]\n")
                .contains("  cheer: { points: 2 }  # not in the standard model\n");
        assertThat(read(text.out())).isEqualTo(model);
        assertThat(read(json.out())).isEqualTo(model);
        assertThat(new ObjectMapper().readTree(json.out()).at("/risk/halfLife").asText())
                .isEqualTo("208w");
    }

    @Test
    void withoutAFileTheStandardModelIsShown() {
        assertThat(read(CommandRun.of("model", "show").out())).isEqualTo(ScoringModel.standard());
        assertThat(CommandRun.of("model", "show", "standard").out())
                .isEqualTo(CommandRun.of("model", "show").out());
    }

    @Test
    void aBrokenModelIsNotShown() throws IOException {
        String file = file("shop.yaml", "{id: shop, pace: slwo}");

        CommandRun run = CommandRun.of("model", "show", file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("truenorth: " + file + ":1: pace: expected quick, standard, slow or a factor");
    }

    @Test
    void theSchemaIsPrinted() {
        assertThat(CommandRun.of("model", "schema"))
                .isEqualTo(new CommandRun(0, ScoringModelDocument.schemaText(), ""));
        assertThat(CommandRun.of("model", "schema", "--help").out())
                .contains("  # yaml-language-server: $schema=scoring-model.schema.json\n");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private static ScoringModel read(String text) {
        return ScoringModelDocument.read(Document.of("model.yaml", text.getBytes(StandardCharsets.UTF_8)));
    }
}
