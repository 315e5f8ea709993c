package io.truenorth.cli.command;

/** Ends a command that cannot be executed as given, with a message for the user. Nothing was changed. */
public final class CommandFailure extends RuntimeException {

    public CommandFailure(String message) {
        super(message);
    }
}
