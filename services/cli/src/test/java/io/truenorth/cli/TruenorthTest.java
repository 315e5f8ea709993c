package io.truenorth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.documents.Document;
import io.truenorth.documents.model.ScoringModelDocument;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.service.http.TokenHash;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruenorthTest {

    @Test
    void helpTeaches() {
        CommandRun run = CommandRun.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("truenorth score history.csv.gz --as-of 2017-10-01")
                .contains("  3   some input was rejected, the rest was processed")
                .contains("  explain    Explains the score of one customer.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "replay",
                "scores",
                "why",
                "watch",
                "identity",
                "privacy",
                "score",
                "backtest",
                "explain",
                "model",
                "mapping",
                "provision",
                "token",
                "source"
            })
    void everyCommandTeachesByAnExampleAndItsExitCodes(String command) {
        CommandRun run = CommandRun.of("help", command);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("  truenorth " + command + " ").contains("Exit codes:");
        assertThat(CommandRun.of(command, "--help").out()).isEqualTo(run.out());
    }

    @Test
    void theVersionIsTold() {
        assertThat(CommandRun.of("--version").out()).startsWith("truenorth ");
    }

    @Test
    void noCommandIsNoCommand() {
        CommandRun run = CommandRun.of();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("truenorth: expected a command; truenorth --help lists them\n");
    }

    @Test
    void aMisspeltCommandIsRecognised() {
        CommandRun run = CommandRun.of("scor");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines())
                .containsExactly(
                        "truenorth: Unmatched argument at index 0: 'scor'",
                        "Did you mean: truenorth score or truenorth scores?",
                        "Try: truenorth --help");
    }

    @Test
    void aMissingFileOrCustomerIsTold() {
        assertThat(CommandRun.of("score").errLines())
                .containsExactly("truenorth: Missing required parameter: 'FILE'", "Try: truenorth score --help");
        assertThat(CommandRun.of("explain", "h.csv"))
                .isEqualTo(CommandRun.of("explain"))
                .isEqualTo(new CommandRun(
                        2, "", "truenorth: expected a history and a customer: truenorth explain FILE... CUSTOMER\n"));
        assertThat(CommandRun.of("score", "h.csv", "--format", "xml").err())
                .contains("expected one of [jsonl, csv]")
                .contains("xml");
    }

    @Test
    void theStandardModelIsPrinted() {
        CommandRun run = CommandRun.of("model");

        assertThat(ScoringModelDocument.read(Document.of("m", run.out().getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(ScoringModel.standard());
    }

    @Test
    void anExampleOfAMappingIsPrinted() {
        assertThat(CommandRun.of("mapping").out()).contains("format: pattern");
    }

    @Test
    void aTokenIsShownOnceAndStoredAsItsHash() {
        CommandRun run = CommandRun.of("token", "web-shop");

        String token = run.outLines().get(0).substring("token   ".length());
        String stored = run.outLines().get(1).substring("stored  ".length());
        assertThat(TokenHash.parse(stored).orElseThrow().isOf(token)).isTrue();
        assertThat(TokenHash.parse(stored).orElseThrow().name()).isEqualTo("web-shop");
        assertThat(stored).doesNotContain(token);
        assertThat(CommandRun.of("token", "web shop").err()).contains("NAME: expected letters");
    }
}
