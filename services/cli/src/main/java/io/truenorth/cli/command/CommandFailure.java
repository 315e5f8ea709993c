package io.truenorth.cli.command;

/** Ends a command that cannot do what it was asked, with a message for the person who asked. Nothing was done. */
public final class CommandFailure extends RuntimeException {

    public CommandFailure(String message) {
        super(message);
    }
}
