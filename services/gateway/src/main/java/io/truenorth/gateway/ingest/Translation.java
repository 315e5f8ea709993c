package io.truenorth.gateway.ingest;

import io.truenorth.gateway.event.IncomingEvent;
import io.truenorth.gateway.json.Violations.Violation;
import io.truenorth.schemas.FailureReason;
import java.util.List;

/**
 * Translates what a source sends into events. The same for a request and for the replay of what failed, so it depends on
 * nothing but the message.
 */
@FunctionalInterface
public interface Translation {

    /** Translates a message, as a whole or item by item. */
    List<TranslatedMessage> translate(ReceivedMessage message);

    /**
     * A message, or one item of it, and its translation.
     *
     * @param message what is stored if any part of it fails: its body, with the headers that its meaning depends on
     * @param outcomes in the order of its parts
     */
    record TranslatedMessage(ReceivedMessage message, List<Outcome> outcomes) {

        /** Keeps an immutable copy. */
        public TranslatedMessage {
            outcomes = List.copyOf(outcomes);
        }

        /** A message with one outcome. */
        public static TranslatedMessage of(ReceivedMessage message, Outcome outcome) {
            return new TranslatedMessage(message, List.of(outcome));
        }
    }

    /** The translation of a message, or of one part of it. */
    sealed interface Outcome {

        /** An event, which is still to be validated. */
        record Event(IncomingEvent event) implements Outcome {}

        /**
         * Ignored on purpose.
         *
         * @param reason why
         */
        record Ignored(String reason) implements Outcome {}

        /**
         * Not translated; stored with the reason, so that nothing is lost.
         *
         * @param reason {@code UNMAPPED}, or {@code UNKNOWN_CUSTOMER} where money went back to, or is disputed by, a customer who is
         *     not named
         * @param path a JSON pointer into what was sent, or {@code header:NAME}; empty for the whole
         * @param message what was expected and what was found, without personal data
         */
        record Failed(FailureReason reason, String path, String message) implements Outcome {}
    }

    /** Something that was sent and that no rule covers, or that a rule cannot read; ends its translation. */
    final class UnmappedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String path;

        /**
         * The first thing that is wrong.
         *
         * @param path a JSON pointer into what was sent, or {@code header:NAME}; empty for the whole
         * @param message what was expected and what was found, without personal data
         */
        public UnmappedException(String path, String message) {
            super(message, null, false, false);
            this.path = path;
        }

        /** What is wrong with the form of a JSON text. */
        public UnmappedException(Violation violation) {
            this(violation.path(), violation.message());
        }

        /** A JSON pointer, or {@code header:NAME}; empty for the whole. */
        public String path() {
            return path;
        }

        /** What was expected and what was found. */
        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }

        /** The outcome of a translation that ends with this. */
        public Outcome.Failed outcome() {
            return new Outcome.Failed(FailureReason.UNMAPPED, path, getMessage());
        }
    }
}
