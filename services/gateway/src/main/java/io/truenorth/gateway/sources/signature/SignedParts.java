package io.truenorth.gateway.sources.signature;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.Excerpt;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is signed: parts of a request, one after the other.
 *
 * @param time the time of signing, for {@link Part.Time}
 */
record SignedParts(List<Part> parts, Optional<SignedTime> time) {

    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");

    /** A part of what is signed. */
    sealed interface Part {

        /** The body, as it came. */
        record Body() implements Part {}

        /** The method of the request. */
        record Method() implements Part {}

        /** The whole public URL. */
        record Url() implements Part {}

        /** The time of signing, as it is written. */
        record Time() implements Part {}

        /** A text at a location. */
        record At(RequestLocation place) implements Part {}

        /** The same for every request. */
        record Literal(String text) implements Part {}
    }

    /** The bytes, or nothing if a part is missing. */
    Optional<byte[]> in(RawRequest request) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Part part : parts) {
            Optional<byte[]> bytes = bytes(part, request);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            all.writeBytes(bytes.get());
        }
        return Optional.of(all.toByteArray());
    }

    private Optional<byte[]> bytes(Part part, RawRequest request) {
        if (part instanceof Part.Body) {
            return Optional.of(request.body());
        }
        return text(part, request).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> text(Part part, RawRequest request) {
        if (part instanceof Part.At at) {
            return at.place().in(request);
        }
        if (part instanceof Part.Time) {
            return time.flatMap(when -> when.text(request));
        }
        if (part instanceof Part.Literal literal) {
            return Optional.of(literal.text());
        }
        return Optional.of(part instanceof Part.Method ? request.method() : request.url());
    }

    /** The parts; by default the body alone. */
    static List<Part> readParts(DocumentNode node, boolean hasTime) {
        if (!node.isPresent()) {
            return hasTime
                    ? List.of(new Part.Time(), new Part.Literal("."), new Part.Body())
                    : List.of(new Part.Body());
        }
        List<Part> parts = new ArrayList<>();
        node.list().forEach(item -> parts.add(part(item)));
        if (parts.contains(new Part.Time()) && !hasTime) {
            node.problem("expected the section time too, which has the location of the time");
        }
        if (hasTime && !parts.contains(new Part.Time())) {
            node.problem("expected time among the signed parts, or an old request could be replayed");
        }
        if (!parts.contains(new Part.Body()) && parts.stream().noneMatch(SignedParts::isOfBody)) {
            node.problem("expected body, or a part of it, among the signed parts");
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
                        : RequestLocation.parse(text).map(Part.At::new);
        };
        return part.orElseGet(() -> {
            node.problem(
                    "expected body, method, url, time, header:NAME, query:NAME, a JSON pointer or { text: … }, was "
                            + Excerpt.of(text));
            return new Part.Literal("");
        });
    }
}
