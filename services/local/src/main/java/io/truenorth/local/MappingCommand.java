package io.truenorth.local;

import io.truenorth.documents.history.HistoryMappingDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code truenorth mapping}: an example, for those whose histories have another form. */
@Command(
        name = "mapping",
        mixinStandardHelpOptions = true,
        versionProvider = Truenorth.Version.class,
        header = "Prints an example of a mapping with every key explained.",
        description = {"", "A mapping says how to read histories that are not in the canonical form:", ""},
        footer = {"", "  truenorth mapping > shop.yaml", "  truenorth score shop.csv --mapping shop.yaml"})
final class MappingCommand implements Callable<Integer> {

    private final Terminal terminal;

    MappingCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.out().write(HistoryMappingDocument.exampleText().getBytes(StandardCharsets.UTF_8));
        return ExitCodes.OK;
    }
}
