package io.truenorth.cli.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.documents.model.ModelText;
import io.truenorth.documents.model.ModelTree;
import io.truenorth.relationship.model.ScoringModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth model show}: prints a model with every value. */
@Command(
        name = "show",
        header = "Prints a model with every value, and marks what differs from the standard model.",
        description = {
            "",
            "The output is a model document itself, which states every value: those that the document leaves out, and"
                    + " half-lives at the document's pace. A comment tells the standard model's value where it is another.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  truenorth model show ours.yaml", "  truenorth model show ours.yaml --format json"})
final class ModelShowCommand implements Callable<Integer> {
    private enum Format {
        yaml,
        json
    }

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = NamedModel.STANDARD,
            description = "A model document, or standard. Default: ${DEFAULT-VALUE}.")
    private String model = NamedModel.STANDARD;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "yaml",
            description = "yaml, or json (without comments). Default: ${DEFAULT-VALUE}.")
    private Format format = Format.yaml;

    ModelShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ScoringModel shown = NamedModel.of(model);
        String text = format == Format.yaml
                ? ModelText.of(shown)
                : new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(ModelTree.of(shown)) + "\n";
        terminal.out().write(text.getBytes(StandardCharsets.UTF_8));
        return ExitCodes.OK;
    }
}
