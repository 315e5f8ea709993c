package io.truenorth.cli.privacy.trace;

import io.truenorth.cli.privacy.trace.FormSearch.Border;
import io.truenorth.cli.privacy.trace.Trace.Form;
import io.truenorth.identity.IdentityHash;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The forms in which the identities of a person are stored, and a search for them.
 *
 * <p>An identity is found as {@code namespace:value}, as two neighbouring texts of a record, as its pseudonym, and as its hash in
 * text or bytes; as values of forms and texts of JSON have it, too. A name that is a part of a longer one, as {@code crm:c-1} of
 * {@code crm:c-17}, is not found in it: it must begin and end there, or its length must stand before it. An address is found in
 * capital letters as in small ones, a phone number however its digits are grouped.
 */
public final class IdentityTraces {
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
    private static final int SHORTEST_UNMISTAKABLE = 8;
    private static final int SHORTEST_FIELD = 3;
    /** The bytes of an escape within JSON in JSON. */
    private static final int LONGEST_ESCAPE = 7;

    private final Set<String> hashes = new TreeSet<>();
    private final Set<String> identities = new TreeSet<>();
    private final FormSearch asIs;
    private final FormSearch inLowerCase;
    private final NumberSearch numbers;

    /** The patterns of the three readings. */
    private record Patterns(
            List<FormSearch.Pattern> asIs,
            List<FormSearch.Pattern> inLowerCase,
            List<NumberSearch.PhoneNumber> numbers) {}

    /** An identity that is searched for. */
    private record Wanted(String identity, String hash) {
        String namespace() {
            return identity.split(":", 2)[0];
        }

        String value() {
            return identity.split(":", 2)[1];
        }

        FormSearch.Pattern pattern(String text, Form form, Border border) {
            return pattern(text.getBytes(StandardCharsets.UTF_8), form, border);
        }

        FormSearch.Pattern pattern(byte[] bytes, Form form, Border border) {
            return new FormSearch.Pattern(bytes, identity, hash, form, border);
        }
    }

    /**
     * Prepares a search.
     *
     * @param stored identities as they are stored, {@code namespace:value}
     * @param typed the same, or others, as a person wrote them, each with the identity that is stored for it
     * @param hashed hashes of further identities, whose names are not known
     */
    public IdentityTraces(Set<String> stored, Map<String, String> typed, Set<String> hashed) {
        Patterns patterns = new Patterns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        identities.addAll(stored);
        stored.forEach(identity -> addStored(new Wanted(identity, IdentityHash.of(identity)), patterns));
        typed.forEach((identity, as) -> {
            Wanted wanted = new Wanted(identity, IdentityHash.of(as));
            if (!stored.contains(identity)) {
                addTyped(wanted, patterns);
            }
        });
        for (String hash : hashed) {
            if (hashes.add(hash)) {
                addHash(new Wanted(hash, hash), patterns);
            }
        }
        asIs = new FormSearch(patterns.asIs());
        inLowerCase = new FormSearch(patterns.inLowerCase());
        numbers = new NumberSearch(patterns.numbers());
    }

    private void addStored(Wanted wanted, Patterns patterns) {
        String value = wanted.value();
        patterns.asIs().add(wanted.pattern(wanted.identity(), Form.PLAIN, Border.NAME));
        patterns.asIs().add(wanted.pattern(AvroText.pair(wanted.namespace(), value), Form.PLAIN, Border.NONE));
        if (PSEUDONYM.matcher(value).matches()) {
            patterns.asIs().add(wanted.pattern(value, Form.PLAIN, Border.NONE));
        } else {
            addValue(wanted, value, patterns);
            addSpellings(wanted, patterns);
        }
        hashes.add(wanted.hash());
        addHash(wanted, patterns);
    }

    /** As senders have it, which is in the bodies that could not be taken. An address or a number is a person's wherever it stands. */
    private static void addTyped(Wanted wanted, Patterns patterns) {
        patterns.asIs().add(wanted.pattern(wanted.identity(), Form.PLAIN, Border.NAME));
        if (!isNumber(wanted)) {
            addWritten(wanted, patterns);
        }
        addSpellings(wanted, patterns);
    }

    private static void addWritten(Wanted wanted, Patterns patterns) {
        String value = wanted.value().strip();
        Set<String> forms = new LinkedHashSet<>(List.of(value, Normalizer.normalize(value, Normalizer.Form.NFD)));
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        for (String written : forms) {
            if (written.length() < SHORTEST_UNMISTAKABLE) {
                addValue(wanted, written, patterns);
            } else {
                patterns.asIs().add(wanted.pattern(written, Form.PLAIN, Border.WORD));
            }
        }
    }

    /** Other ways to write what is the same identity. */
    private static void addSpellings(Wanted wanted, Patterns patterns) {
        if (wanted.namespace().equals("email")) {
            String address = wanted.value().strip().toLowerCase(Locale.ROOT);
            patterns.inLowerCase().add(wanted.pattern(address, Form.PLAIN, Border.WORD));
        }
        if (isNumber(wanted)) {
            patterns.numbers().add(new NumberSearch.PhoneNumber(digits(wanted), wanted.identity(), wanted.hash()));
        }
    }

    /** Whether it is a phone number that is long enough to be nobody else's. */
    private static boolean isNumber(Wanted wanted) {
        return wanted.namespace().equals("phone") && digits(wanted).length() >= SHORTEST_UNMISTAKABLE;
    }

    private static String digits(Wanted wanted) {
        String dialled = wanted.value().replace("(0)", "");
        return NO_DIGITS.matcher(dialled).replaceAll("").replaceFirst("^00", "");
    }

    private static void addValue(Wanted wanted, String value, Patterns patterns) {
        patterns.asIs().add(wanted.pattern('"' + value + '"', Form.VALUE, Border.NONE));
        if (value.length() >= SHORTEST_FIELD) {
            patterns.asIs().add(wanted.pattern(value, Form.VALUE, Border.FIELD));
            patterns.asIs()
                    .add(wanted.pattern(URLEncoder.encode(value, StandardCharsets.UTF_8), Form.VALUE, Border.FIELD));
        }
    }

    private static void addHash(Wanted wanted, Patterns patterns) {
        patterns.asIs().add(wanted.pattern(wanted.hash(), Form.HASHED, Border.NONE));
        patterns.asIs().add(wanted.pattern(HexFormat.of().parseHex(wanted.hash()), Form.HASHED, Border.NONE));
    }

    /** The identities by name, and the hashes of all. */
    public Set<String> identities() {
        return Set.copyOf(identities);
    }

    /** The hashes of all identities. */
    public Set<String> hashes() {
        return Set.copyOf(hashes);
    }

    /** The length of the longest form, in bytes, with each byte escaped and digits grouped. */
    int longest() {
        return LONGEST_ESCAPE * Math.max(asIs.longest(), Math.max(inLowerCase.longest(), numbers.longest()));
    }

    /** Every identity in some bytes, each once for each of its forms. */
    public List<Trace> in(byte[] bytes) {
        return in(bytes, bytes.length, 0, bytes.length);
    }

    /**
     * The same in the first bytes of an array, of what begins in a part of them.
     *
     * @param from the index where the part begins
     * @param to the index where it ends, exclusive
     */
    List<Trace> in(byte[] bytes, int length, int from, int to) {
        Map<Trace, Trace> found = new LinkedHashMap<>();
        Consumer<Trace> noting = trace -> {
            if (trace.at() >= from && trace.at() < to) {
                found.putIfAbsent(new Trace(trace.identity(), trace.hash(), trace.form(), 0), trace);
            }
        };
        SearchedBytes.of(bytes, length).forEachReading(reading -> find(reading, noting));
        return found.values().stream()
                .filter(trace -> trace.form() != Form.VALUE
                        || !found.containsKey(new Trace(trace.identity(), trace.hash(), Form.PLAIN, 0)))
                .toList();
    }

    private void find(SearchedBytes reading, Consumer<Trace> found) {
        asIs.find(reading, found);
        if (!inLowerCase.isEmpty()) {
            inLowerCase.find(reading.inLowerCase(), found);
        }
        numbers.find(reading, found);
    }

    /**
     * Whether a name, of which a text of a key consists, is one whose hash is searched for; empty if it is not.
     *
     * @param key a text, or a key of a store: a letter and texts that end with a 0
     */
    public Optional<Trace> ofKey(byte[] key) {
        Optional<Trace> whole = named(key, 0, key.length);
        int end = 1;
        while (end < key.length && key[end] != 0) {
            end++;
        }
        int textEnd = Math.min(end, key.length);
        return whole.isPresent() || key.length < 2 ? whole : named(key, 1, textEnd);
    }

    private Optional<Trace> named(byte[] key, int from, int to) {
        String name = new String(key, from, to - from, StandardCharsets.UTF_8);
        String hash = IdentityHash.of(name);
        return name.indexOf(':') > 0 && hashes.contains(hash)
                ? Optional.of(new Trace(name, hash, Form.PLAIN, from))
                : Optional.empty();
    }
}
