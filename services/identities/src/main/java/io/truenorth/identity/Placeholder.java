package io.truenorth.identity;

/**
 * Why a value is a placeholder and identifies no customer. Messages state this reason and not the value, which may be
 * an address.
 */
public enum Placeholder {
    /** Empty or white space. */
    EMPTY("nothing"),
    /** {@code undefined}, {@code null}. */
    MISSING_VALUE("a word for a missing value"),
    /** {@code guest}, {@code test}: a generic name. */
    ANYBODY("a generic name"),
    /** {@code true}, {@code 0}, {@code -1}. */
    TRUTH_OR_NUMBER("a truth value or a default number"),
    /** {@code 00000000-0000-0000-0000-000000000000}. */
    ZEROS("nothing but zeros"),
    /** {@code test@test.com}. */
    TEST_ADDRESS("an address for tests and examples"),
    /** {@code noreply@…}. */
    NO_REPLY_ADDRESS("a no-reply address"),
    /** A value blocked by the deployment's configuration. */
    DECLARED("a value that identities.blocked lists");

    private final String words;

    Placeholder(String words) {
        this.words = words;
    }

    /** Returns the reason as a noun phrase, for a message such as "expected …, was …". */
    public String inWords() {
        return words;
    }
}
