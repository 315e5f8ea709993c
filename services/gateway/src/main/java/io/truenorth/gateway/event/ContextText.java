package io.truenorth.gateway.event;

/**
 * What others say in their own words and is only kept beside an event, such as a user agent: made to fit the contract, as no
 * event should be lost for it.
 */
public final class ContextText {

    private static final int LONGEST = 1024;

    private ContextText() {}

    /** The text without control characters, halves of surrogate pairs and space at its ends, shortened; may be empty. */
    public static String of(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .map(point -> isPrintable(point) ? point : ' ')
                .takeWhile(point -> kept.length() + Character.charCount(point) <= LONGEST)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static boolean isPrintable(int point) {
        return !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
    }
}
