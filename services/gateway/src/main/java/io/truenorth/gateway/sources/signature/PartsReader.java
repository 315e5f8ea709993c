package io.truenorth.gateway.sources.signature;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.sources.signature.SignedParts.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what is signed: a list of {@code body}, {@code method}, {@code url}, {@code time}, places and fixed texts. */
final class PartsReader {

    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");

    private PartsReader() {}

    /** The parts; the body alone where nothing is said. */
    static List<Part> read(DocumentNode node, boolean hasTime) {
        if (!node.isPresent()) {
            return hasTime
                    ? List.of(new Part.Time(), new Part.Literal("."), new Part.Body())
                    : List.of(new Part.Body());
        }
        List<Part> parts = new ArrayList<>();
        node.list().forEach(item -> parts.add(part(item)));
        if (parts.contains(new Part.Time()) && !hasTime) {
            node.problem("expected the section time beside it, which says where the time stands");
        }
        if (hasTime && !parts.contains(new Part.Time())) {
            node.problem("expected time among what is signed, or anybody could renew an old request");
        }
        if (!parts.contains(new Part.Body()) && parts.stream().noneMatch(PartsReader::isOfBody)) {
            node.problem("expected body, or a part of it, among what is signed");
        }
        return parts;
    }

    private static boolean isOfBody(Part part) {
        return part instanceof Part.At at && at.place() instanceof RequestLocation.Body;
    }

    private static Part part(DocumentNode node) {
        if (node.isMap()) {
            return new Part.Literal(node.section().required("text").text(""));
        }
        String text = node.text("");
        Optional<Part> part = switch (text) {
            case "body" -> Optional.of(new Part.Body());
            case "method" -> Optional.of(new Part.Method());
            case "url" -> Optional.of(new Part.Url());
            case "time" -> Optional.of(new Part.Time());
            default ->
                PUNCTUATION.matcher(text).matches()
                        ? Optional.of(new Part.Literal(text))
                        : FragmentReader.parse(text).map(Part.At::new);
        };
        return part.orElseGet(() -> {
            node.problem(
                    "expected body, method, url, time, header:NAME, query:NAME, a JSON pointer or { text: … }, was "
                            + Excerpt.of(text));
            return new Part.Literal("");
        });
    }
}
