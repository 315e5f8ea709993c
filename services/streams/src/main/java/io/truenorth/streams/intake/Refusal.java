package io.truenorth.streams.intake;

/**
 * Why a record is not scored.
 *
 * @param reason what is wrong
 * @param path which field, such as {@code identities[0].value}; empty for the record as a whole
 * @param message what was found and what was expected, without personal data
 * @param source which producer sent it; empty where unknown
 */
public record Refusal(FailureReason reason, String path, String message, String source) implements Reading {

    static Refusal ofRecord(FailureReason reason, String message) {
        return new Refusal(reason, "", message, "");
    }
}
