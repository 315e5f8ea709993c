package io.truenorth.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of channels and kinds: lower-case words of letters and digits, joined by {@code -} or {@code _}. */
public final class LowerCaseWords {

    /** The greatest number of characters. */
    public static final int LONGEST = 64;

    private static final Pattern WORD_BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    private LowerCaseWords() {}

    /** {@code [a-z0-9]+([_-][a-z0-9]+)*}: without a regular expression, as every event has several of them. */
    public static boolean is(String text) {
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean ofWord = character >= 'a' && character <= 'z' || character >= '0' && character <= '9';
            if (!ofWord && !(inWord && (character == '_' || character == '-'))) {
                return false;
            }
            inWord = ofWord;
        }
        return inWord;
    }

    /** The words of a name: {@code Order Completed} and {@code orderCompleted} are {@code order_completed}. */
    public static String of(String name) {
        String spaced = WORD_BORDER.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS
                .splitAsStream(spaced)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("_"));
    }
}
