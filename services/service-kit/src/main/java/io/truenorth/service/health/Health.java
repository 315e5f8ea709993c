package io.truenorth.service.health;

/**
 * The result of a health check.
 *
 * @param ok whether the check passed
 * @param reason why it failed, for people; empty if it passed
 */
public record Health(boolean ok, String reason) {

    private static final Health UP = new Health(true, "");

    /** Passed. */
    public static Health up() {
        return UP;
    }

    /** Failed. */
    public static Health down(String reason) {
        return new Health(false, reason);
    }
}
