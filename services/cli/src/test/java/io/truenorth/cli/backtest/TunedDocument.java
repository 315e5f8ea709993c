package io.truenorth.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.backtest.Estimate;
import io.truenorth.cli.CommandRun;
import io.truenorth.documents.Document;
import io.truenorth.documents.model.ScoringModelDocument;
import io.truenorth.relationship.model.ScoringModel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code truenorth model tune} printed. */
record TunedDocument(String text) {

    private static final Pattern DIFFERENCE =
            Pattern.compile("#   difference  (-?[.\\d]+) \\((-?[.\\d]+) to (-?[.\\d]+)\\)");

    static TunedDocument of(String... command) {
        CommandRun run = CommandRun.of(command);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new TunedDocument(run.out());
    }

    ScoringModel model() {
        return ScoringModelDocument.read(Document.of("tuned.yaml", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** How much slower than the standard model the tuned one is. */
    double pace() {
        return model().risk().halfLife()
                / (double) ScoringModel.standard().risk().halfLife();
    }

    Estimate laterDifference() {
        Matcher difference = DIFFERENCE.matcher(text);
        assertThat(difference.find()).as(text).isTrue();
        return new Estimate(
                Double.parseDouble(difference.group(1)),
                Double.parseDouble(difference.group(2)),
                Double.parseDouble(difference.group(3)));
    }
}
