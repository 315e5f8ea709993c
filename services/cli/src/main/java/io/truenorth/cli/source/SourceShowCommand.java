package io.truenorth.cli.source;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.NameSuggestions;
import io.truenorth.gateway.sources.document.ShippedSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code truenorth source show}: prints the document of a built-in source, as a template. */
@Command(
        name = "show",
        header = "Prints the document of a built-in source.",
        footerHeading = "%nExample:%n",
        footer = {"  truenorth source show github > github.yaml"})
final class SourceShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "A name printed by truenorth source list.")
    private String name = "";

    SourceShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String document = ShippedSources.document(name)
                .orElseThrow(() -> new CommandFailure("NAME: expected one of "
                        + String.join(", ", ShippedSources.names()) + ", was " + Excerpt.of(name)
                        + NameSuggestions.didYouMean(name, ShippedSources.names())));
        terminal.out().write(document.getBytes(StandardCharsets.UTF_8));
        return ExitCodes.OK;
    }
}
