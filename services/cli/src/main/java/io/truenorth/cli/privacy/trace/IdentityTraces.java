package io.truenorth.cli.privacy.trace;

import io.truenorth.cli.privacy.trace.Trace.Form;
import io.truenorth.identity.IdentityHash;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The forms in which the identities of a person are stored, and a search for them.
 *
 * <p>An identity is found as {@code namespace:value}, as two neighbouring texts of a record, as its pseudonym, and as its hash in
 * text or bytes. A name that is the beginning of a longer one, as {@code crm:c-1} of {@code crm:c-17}, is not found in it: it must
 * end there, or its length must stand before it.
 */
public final class IdentityTraces {
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");
    private static final int LONGEST_LENGTH = 5;
    private static final int SHORTEST_UNMISTAKABLE = 8;

    /** A form of an identity. */
    private record Known(String identity, Form form, boolean maybeLonger) {}

    private final Set<String> hashes = new TreeSet<>();
    private final Set<String> identities = new TreeSet<>();
    private final List<byte[]> patterns = new ArrayList<>();
    private final List<Known> known = new ArrayList<>();
    private final ByteSearch search;
    private final int longest;

    /**
     * Prepares a search.
     *
     * @param stored identities as they are stored, {@code namespace:value}
     * @param typed the same, or others, as a person wrote them: personal ones without a pseudonym
     * @param hashed hashes of further identities, whose names are not known
     */
    public IdentityTraces(Set<String> stored, Set<String> typed, Set<String> hashed) {
        identities.addAll(stored);
        stored.forEach(this::addStored);
        typed.stream().filter(identity -> !stored.contains(identity)).forEach(this::addTyped);
        for (String hash : hashed) {
            if (hashes.add(hash)) {
                addHash(hash, hash);
            }
        }
        search = new ByteSearch(patterns);
        longest = patterns.stream().mapToInt(pattern -> pattern.length).max().orElse(0);
    }

    private void addStored(String identity) {
        String[] halves = identity.split(":", 2);
        add(utf8(identity), new Known(identity, Form.PLAIN, true));
        add(pair(halves[0], halves[1]), new Known(identity, Form.PLAIN, false));
        if (PSEUDONYM.matcher(halves[1]).matches()) {
            add(utf8(halves[1]), new Known(identity, Form.PLAIN, false));
        } else {
            addValue(identity, halves[1]);
        }
        String hash = IdentityHash.of(identity);
        hashes.add(hash);
        addHash(hash, identity);
    }

    /** As senders have it, which is in the bodies that could not be taken. An address or a number is a person's wherever it stands. */
    private void addTyped(String identity) {
        add(utf8(identity), new Known(identity, Form.PLAIN, true));
        String value = identity.split(":", 2)[1];
        Set<String> forms = new TreeSet<>(List.of(value, value.toLowerCase(Locale.ROOT)));
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        for (String written : forms) {
            if (written.length() < SHORTEST_UNMISTAKABLE) {
                addValue(identity, written);
            } else {
                add(utf8(written), new Known(identity, Form.PLAIN, true));
            }
        }
    }

    private void addValue(String identity, String value) {
        add(utf8('"' + value + '"'), new Known(identity, Form.VALUE, false));
    }

    private void addHash(String hash, String identity) {
        add(utf8(hash), new Known(identity, Form.HASHED, false));
        add(HexFormat.of().parseHex(hash), new Known(identity, Form.HASHED, false));
    }

    private void add(byte[] pattern, Known what) {
        patterns.add(pattern);
        known.add(what);
    }

    /** Two texts after each other, each after its length, as in Avro's binary form. */
    private static byte[] pair(String namespace, String value) {
        byte[] first = withLength(utf8(namespace));
        byte[] second = withLength(utf8(value));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] withLength(byte[] text) {
        byte[] length = length(text.length);
        byte[] both = Arrays.copyOf(length, length.length + text.length);
        System.arraycopy(text, 0, both, length.length, text.length);
        return both;
    }

    /** A length as a zigzag number of variable length. */
    private static byte[] length(int count) {
        byte[] bytes = new byte[LONGEST_LENGTH];
        int size = 0;
        int rest = count << 1;
        while ((rest & ~0x7F) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return Arrays.copyOf(bytes, size);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The identities by name, and the hashes of all. */
    public Set<String> identities() {
        return Set.copyOf(identities);
    }

    /** The hashes of all identities. */
    public Set<String> hashes() {
        return Set.copyOf(hashes);
    }

    /** The length of the longest form, in bytes. */
    int longest() {
        return longest;
    }

    /** Every identity in some bytes, each once for each of its forms. */
    public List<Trace> in(byte[] bytes) {
        return in(bytes, bytes.length);
    }

    /** The same in the first bytes of an array. */
    List<Trace> in(byte[] bytes, int length) {
        Map<Known, Trace> found = new LinkedHashMap<>();
        search.find(bytes, length, (pattern, start, end) -> {
            Known what = known.get(pattern);
            if (!what.maybeLonger() || isWhole(bytes, length, start, end)) {
                Known key = new Known(what.identity(), what.form(), true);
                found.putIfAbsent(key, new Trace(what.identity(), what.form(), start));
            }
        });
        return List.copyOf(found.values());
    }

    private static boolean isWhole(byte[] bytes, int length, int start, int end) {
        return end == length || !continuesName(bytes[end]) || isAfterItsLength(bytes, start, end - start);
    }

    private static boolean continuesName(byte next) {
        return (next >= 'a' && next <= 'z')
                || (next >= 'A' && next <= 'Z')
                || (next >= '0' && next <= '9')
                || next == '-'
                || next == '_';
    }

    private static boolean isAfterItsLength(byte[] bytes, int start, int count) {
        byte[] length = length(count);
        int from = start - length.length;
        return from >= 0 && Arrays.equals(bytes, from, start, length, 0, length.length);
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
        return name.indexOf(':') > 0 && hashes.contains(IdentityHash.of(name))
                ? Optional.of(new Trace(name, Form.PLAIN, from))
                : Optional.empty();
    }
}
