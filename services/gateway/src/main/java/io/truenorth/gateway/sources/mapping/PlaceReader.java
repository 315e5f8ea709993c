package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads places: {@code /pointer/into/the/payload} and {@code header:NAME}. */
final class PlaceReader {

    private static final String HEADER = "header:";
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final String EXPECTED = "a JSON pointer such as /data/id, or header:NAME";

    private PlaceReader() {}

    /** Whether a text is meant as a place. */
    static boolean isPlace(String text) {
        return text.startsWith("/") || text.startsWith(HEADER);
    }

    /** The place that a node names; the whole where it names none, which is noted. */
    static PayloadLocation read(DocumentNode node) {
        String text = node.text("");
        return parse(text).orElseGet(() -> {
            node.problem("expected " + EXPECTED + ", was " + Excerpt.of(text));
            return new PayloadLocation.AtPointer(PayloadPointer.WHOLE);
        });
    }

    static List<PayloadLocation> readAll(DocumentNode node) {
        List<PayloadLocation> places = new ArrayList<>();
        node.list().forEach(item -> places.add(read(item)));
        return places;
    }

    /** A place or the whole, which is the empty text. */
    static Optional<PayloadLocation> parse(String text) {
        if (text.startsWith(HEADER)) {
            String name = text.substring(HEADER.length());
            return HEADER_NAME.matcher(name).matches() ? Optional.of(new PayloadLocation.InHeader(name)) : Optional.empty();
        }
        return PayloadPointer.parse(text).map(PayloadLocation.AtPointer::new);
    }

    /** A pointer; the whole where it is missing or none, which is noted. */
    static PayloadPointer pointer(DocumentNode node) {
        String text = node.text("");
        return PayloadPointer.parse(text).orElseGet(() -> {
            node.problem("expected a JSON pointer such as /data/id, was " + Excerpt.of(text));
            return PayloadPointer.WHOLE;
        });
    }
}
