package io.truenorth.cli.model;

import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.documents.model.ScoringModelDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code truenorth model schema}: prints the JSON Schema of model documents. */
@Command(
        name = "schema",
        header = "Prints the JSON Schema of model documents, for editors.",
        description = {
            "",
            "With the schema, an editor completes keys, shows what they mean, and marks errors. Most editors find it by a"
                    + " comment in the first line of a document:",
            "",
            "  # yaml-language-server: $schema=scoring-model.schema.json",
            "",
            "What concerns several keys together, such as the order of the stages, only 'truenorth model check' tells.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = {"  truenorth model schema > scoring-model.schema.json"})
final class ModelSchemaCommand implements Callable<Integer> {

    private final Terminal terminal;

    ModelSchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.out().write(ScoringModelDocument.schemaText().getBytes(StandardCharsets.UTF_8));
        return ExitCodes.OK;
    }
}
