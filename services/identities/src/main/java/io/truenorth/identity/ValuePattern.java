package io.truenorth.identity;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some values, as a deployment writes them: {@code guest}, {@code crm:0}, {@code *@example.com}, {@code email:info@*}.
 *
 * @param namespace of which they are; {@code *} for all
 * @param text in lower case
 * @param open whether any text may stand before it
 * @param unended whether any text may follow it
 */
record ValuePattern(String namespace, String text, boolean open, boolean unended) {
    private static final String ANY = "*";
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<namespace>\\*|[a-z0-9]+(?:[_-][a-z0-9]+)*):)?(?<open>\\*?)(?<text>.*?)(?<unended>\\*?)");

    /**
     * Reads {@code VALUE} or {@code NAMESPACE:VALUE}, with {@code *} at either end of the value for any text.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    static ValuePattern parse(String written) {
        Matcher matcher = FORM.matcher(plain(written));
        String text = matcher.matches() ? matcher.group("text") : "";
        if (text.isEmpty() || text.contains(ANY)) {
            throw new IllegalArgumentException(
                    "expected VALUE or NAMESPACE:VALUE, with * for any text at the ends of the value" + " alone, was '"
                            + written + "'");
        }
        String namespace = matcher.group("namespace");
        return new ValuePattern(
                namespace == null ? ANY : namespace,
                text,
                !matcher.group("open").isEmpty(),
                !matcher.group("unended").isEmpty());
    }

    /** One value of one namespace. */
    static ValuePattern exactly(String namespace, String value) {
        return new ValuePattern(namespace, plain(value), false, false);
    }

    /** A value as it is compared. */
    static String plain(String value) {
        return NameText.trimmed(NameText.composed(value)).toLowerCase(Locale.ROOT);
    }

    /** Whether a value, trimmed and in lower case, is one of them. */
    boolean covers(String ofNamespace, String value) {
        return (namespace.equals(ANY) || namespace.equals(ofNamespace)) && fits(value);
    }

    private boolean fits(String value) {
        if (open && unended) {
            return value.contains(text);
        }
        if (open) {
            return value.endsWith(text);
        }
        return unended ? value.startsWith(text) : value.equals(text);
    }
}
