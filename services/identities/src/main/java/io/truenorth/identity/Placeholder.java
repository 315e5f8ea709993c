package io.truenorth.identity;

/** Why a value is nobody's. The words go into messages; the value itself need not, as it may be an address. */
public enum Placeholder {
    /** Nothing, or nothing but space. */
    EMPTY("nothing"),
    /** {@code undefined}, {@code null}. */
    MISSING_VALUE("a word for a missing value"),
    /** {@code guest}, {@code test}. */
    ANYBODY("a word for anybody"),
    /** {@code true}, {@code 0}, {@code -1}. */
    TRUTH_OR_NUMBER("a truth value or a default number"),
    /** {@code 00000000-0000-0000-0000-000000000000}. */
    ZEROS("nothing but zeros"),
    /** {@code test@test.com}. */
    TEST_ADDRESS("an address for tests and examples"),
    /** {@code noreply@…}. */
    NO_REPLY_ADDRESS("an address that nobody reads"),
    /** What a deployment blocks beside these. */
    DECLARED("a value that identities.blocked lists");

    private final String words;

    Placeholder(String words) {
        this.words = words;
    }

    /** What it is, after "was". */
    public String inWords() {
        return words;
    }
}
