package io.truenorth.service.health;

/**
 * What a check found.
 *
 * @param ok whether all is well
 * @param reason why not, for a person; empty where all is well
 */
public record Health(boolean ok, String reason) {

    private static final Health UP = new Health(true, "");

    /** All is well. */
    public static Health up() {
        return UP;
    }

    /** Something is wrong. */
    public static Health down(String reason) {
        return new Health(false, reason);
    }
}
