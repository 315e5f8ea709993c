package io.truenorth.cli.token;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.service.http.TokenHash;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code truenorth token}: generates an access token and its hash. */
@Command(
        name = "token",
        header = "Generates an access token for the gateway or the queries.",
        description = {
            "",
            "Prints the token, which is not stored anywhere, and its hash, which is added to the configuration of a"
                    + " service: gateway.http.tokens or streams.http.tokens. The hash grants no access.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = {"  truenorth token web-shop"})
public final class TokenCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "Name of the holder: letters, digits and . _ -, up to 64.")
    private String name = "";

    public TokenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String token = TokenHash.newToken(new SecureRandom());
        TokenHash hash = TokenHash.parse(TokenHash.of(name, token).toString())
                .orElseThrow(() ->
                        new CommandFailure("NAME: expected letters, digits and . _ -, up to 64, was '" + name + "'"));
        PrintStream out = terminal.text();
        out.println("token   " + token);
        out.println("stored  " + hash);
        return ExitCodes.OK;
    }
}
