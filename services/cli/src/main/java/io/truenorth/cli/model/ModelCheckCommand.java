package io.truenorth.cli.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truenorth model check}: validates model documents. */
@Command(
        name = "check",
        header = "Checks model documents, and reports every problem with its position.",
        description = {
            "",
            "Prints a line for each problem: FILE:LINE:COLUMN: PATH: what is expected, and what was found. A line with"
                    + " 'warning' is about something that is valid, but probably not meant, such as a misspelt kind, and"
                    + " does not change the exit code. Exit code 2: a document is invalid.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  truenorth model check ours.yaml", "  truenorth model check models/*.yaml --format json"})
final class ModelCheckCommand implements Callable<Integer> {
    private enum Format {
        text,
        json
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "One or more model documents.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, or json (an array with an object for each file). Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    ModelCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<CheckedModel> checked = files.stream().map(CheckedModel::of).toList();
        if (format == Format.json) {
            String json = new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(
                            checked.stream().map(CheckedModel::report).toList());
            terminal.out().write((json + "\n").getBytes(StandardCharsets.UTF_8));
        } else {
            checked.forEach(model -> model.lines().forEach(terminal.text()::println));
        }
        return checked.stream().allMatch(CheckedModel::isValid) ? ExitCodes.OK : ExitCodes.UNUSABLE;
    }
}
