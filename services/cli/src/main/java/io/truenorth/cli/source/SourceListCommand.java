package io.truenorth.cli.source;

import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.gateway.sources.document.ShippedSources;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code truenorth source list}: lists the built-in sources. */
@Command(name = "list", header = "Lists the built-in sources.")
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
