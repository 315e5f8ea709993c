package io.truenorth.identity;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of values in a deployment's configuration: {@code guest}, {@code crm:0}, {@code *@example.com}, {@code
 * email:info@*}.
 *
 * @param namespace the namespace of the values; {@code *} for all
 * @param text in lower case
 * @param open whether any text may precede it
 * @param unended whether any text may follow it
 */
record ValuePattern(String namespace, String text, boolean open, boolean unended) {
    private static final String ANY = "*";
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<namespace>\\*|[a-z0-9]+(?:[_-][a-z0-9]+)*):)?(?<open>\\*?)(?<text>.*?)(?<unended>\\*?)");

    /**
     * Parses {@code VALUE} or {@code NAMESPACE:VALUE}, with {@code *} at either end of the value for any text.
     *
     * @throws IllegalArgumentException stating the expected form
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

    /** Returns the pattern of one value of one namespace. */
    static ValuePattern exactly(String namespace, String value) {
        return new ValuePattern(namespace, plain(value), false, false);
    }

    /** Returns a value in the form in which values are compared. */
    static String plain(String value) {
        return NameText.trimmed(NameText.composed(value)).toLowerCase(Locale.ROOT);
    }

    /** Returns whether the pattern matches a value, which is trimmed and in lower case. */
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
