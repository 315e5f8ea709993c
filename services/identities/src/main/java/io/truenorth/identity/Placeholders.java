package io.truenorth.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Placeholder values, which identify no customer: what programs send in place of a customer's id when they have none.
 * Accepted as an identity, such a value would merge unrelated customers. Compared trimmed and ignoring case; a
 * deployment can block and allow further values.
 */
public final class Placeholders {
    private static final Set<String> ADDRESSES_AND_DEVICES = Set.of("email", "phone", "device");
    private static final Map<String, Placeholder> WORDS = new HashMap<>();
    private static final List<String> TEST_ADDRESSES = List.of("@example.com");
    private static final List<String> NO_REPLY = List.of("noreply@", "no-reply@", "donotreply@", "do-not-reply@");
    private static final String PUNCTUATION_OF_ZEROS = "-:.{}+";

    static {
        put(Placeholder.EMPTY, "");
        put(Placeholder.MISSING_VALUE, "null", "nil", "none", "undefined", "nan", "n/a", "na", "unknown");
        put(Placeholder.MISSING_VALUE, "(null)", "<null>", "<nil>", "\\n", "#n/a");
        put(Placeholder.ANYBODY, "anonymous", "guest", "test", "user");
        put(Placeholder.TRUTH_OR_NUMBER, "true", "false", "0", "-1");
        put(Placeholder.TEST_ADDRESS, "test@test.com");
    }

    private static final Placeholders STANDARD = of(List.of(), List.of());

    private final List<ValuePattern> blocked;
    private final List<ValuePattern> allowed;

    /**
     * Returns the standard list with a deployment's changes, each {@code VALUE} or {@code NAMESPACE:VALUE}, with {@code
     * *} for any text at either end of the value.
     *
     * @param blocked further placeholders
     * @param allowed values that are no placeholders; takes precedence over the list and {@code blocked}
     * @throws IllegalArgumentException if an entry has another form
     */
    public static Placeholders of(List<String> blocked, List<String> allowed) {
        return new Placeholders(parsed(blocked), parsed(allowed));
    }

    private Placeholders(List<ValuePattern> blocked, List<ValuePattern> allowed) {
        this.blocked = blocked;
        this.allowed = allowed;
    }

    /** Returns this list without some values, taken literally, of a namespace. */
    public Placeholders allowing(String namespace, List<String> values) {
        Stream<ValuePattern> more = values.stream().map(value -> ValuePattern.exactly(namespace, value));
        return new Placeholders(blocked, Stream.concat(allowed.stream(), more).toList());
    }

    /** Returns the standard list. */
    public static Placeholders standard() {
        return STANDARD;
    }

    /** Returns why a value is a placeholder, or empty if it is a valid identity. */
    public Optional<Placeholder> find(String namespace, String value) {
        String plain = ValuePattern.plain(value);
        if (covers(allowed, namespace, plain)) {
            return Optional.empty();
        }
        return covers(blocked, namespace, plain) ? Optional.of(Placeholder.DECLARED) : ofList(namespace, plain);
    }

    private static List<ValuePattern> parsed(List<String> patterns) {
        return patterns.stream().map(ValuePattern::parse).toList();
    }

    private static boolean covers(List<ValuePattern> patterns, String namespace, String value) {
        for (ValuePattern pattern : patterns) {
            if (pattern.covers(namespace, value)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Placeholder> ofList(String namespace, String value) {
        Placeholder word = WORDS.get(value);
        if (word != null) {
            return Optional.of(word);
        }
        if (MissingValue.isObject(value)) {
            return Optional.of(Placeholder.MISSING_VALUE);
        }
        if (isZeros(value)) {
            return Optional.of(Placeholder.ZEROS);
        }
        if (value.equals("1") && ADDRESSES_AND_DEVICES.contains(namespace)) {
            return Optional.of(Placeholder.TRUTH_OR_NUMBER);
        }
        return value.indexOf('@') >= 0 ? ofAddress(value) : Optional.empty();
    }

    private static Optional<Placeholder> ofAddress(String value) {
        if (TEST_ADDRESSES.stream().anyMatch(value::endsWith)) {
            return Optional.of(Placeholder.TEST_ADDRESS);
        }
        return NO_REPLY.stream().anyMatch(value::startsWith)
                ? Optional.of(Placeholder.NO_REPLY_ADDRESS)
                : Optional.empty();
    }

    /** Zeros as a number, a UUID or a device id. */
    private static boolean isZeros(String value) {
        boolean zero = false;
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character != '0' && PUNCTUATION_OF_ZEROS.indexOf(character) < 0) {
                return false;
            }
            zero |= character == '0';
        }
        return zero;
    }

    private static void put(Placeholder why, String... words) {
        for (String word : words) {
            WORDS.put(word, why);
        }
    }
}
