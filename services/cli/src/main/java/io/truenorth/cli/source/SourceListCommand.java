package io.truenorth.cli.source;

import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.gateway.sources.document.ShippedSources;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code truenorth source list}: the sources that come with the project. */
@Command(name = "list", header = "Lists the sources that come with the project.")
final class SourceListCommand implements Callable<Integer> {

    private final Terminal terminal;

    SourceListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PrintStream out = terminal.text();
        ShippedSources.names().forEach(out::println);
        return ExitCodes.OK;
    }
}
