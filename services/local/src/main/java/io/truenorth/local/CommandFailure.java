package io.truenorth.local;

/** Ends a command that cannot do what it was asked, with a message for the person who asked. Nothing was done. */
final class CommandFailure extends RuntimeException {

    CommandFailure(String message) {
        super(message);
    }
}
