package io.truenorth.gateway.sources.signature;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.body.FormField;
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

        /**
         * The fields of a form, other than that of the signature.
         *
         * @param signature the field of the signature; empty if it is elsewhere
         */
        record Form(FormSerialization serialization, Optional<String> signature) implements Part {}

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
        if (part instanceof Part.Form form) {
            return request.formFields().map(fields -> text(form, fields));
        }
        if (part instanceof Part.Time) {
            return time.flatMap(when -> when.text(request));
        }
        if (part instanceof Part.Literal literal) {
            return Optional.of(literal.text());
        }
        return Optional.of(part instanceof Part.Method ? request.method() : request.url());
    }

    private static String text(Part.Form form, List<FormField> fields) {
        return form.serialization()
                .of(fields.stream()
                        .filter(field -> !form.signature().equals(Optional.of(field.name())))
                        .toList());
    }

    /**
     * The parts that a document lists; by default the body alone.
     *
     * @param signature the field of the body that has the signature; empty if it is elsewhere
     * @param payloadInUrl whether the payload is in the query of the URL
     */
    static SignedParts read(
            DocumentNode node, Optional<SignedTime> time, Optional<String> signature, boolean payloadInUrl) {
        return new SignedParts(parts(node, time.isPresent(), signature, payloadInUrl), time);
    }

    private static List<Part> parts(
            DocumentNode node, boolean hasTime, Optional<String> signature, boolean payloadInUrl) {
        if (!node.isPresent()) {
            return hasTime
                    ? List.of(new Part.Time(), new Part.Literal("."), new Part.Body())
                    : List.of(new Part.Body());
        }
        List<Part> parts = new ArrayList<>();
        node.list().forEach(item -> parts.add(part(item, signature)));
        if (parts.contains(new Part.Time()) && !hasTime) {
            node.problem("expected the section time too, which has the location of the time");
        }
        if (hasTime && !parts.contains(new Part.Time())) {
            node.problem("expected time among the signed parts, or an old request could be replayed");
        }
        boolean isPayloadSigned =
                payloadInUrl && parts.contains(new Part.Url()) || parts.stream().anyMatch(SignedParts::isOfBody);
        if (!isPayloadSigned) {
            node.problem("expected body, or a part of it, among the signed parts" + (payloadInUrl ? ", or url" : ""));
        }
        return parts;
    }

    private static boolean isOfBody(Part part) {
        return part instanceof Part.Body
                || part instanceof Part.Form
                || part instanceof Part.At at && at.place() instanceof RequestLocation.Body;
    }

    private static Part part(DocumentNode node, Optional<String> signature) {
        if (node.isMap()) {
            DocumentSection section = node.section();
            DocumentNode form = section.at("form");
            return form.isPresent()
                    ? new Part.Form(form.oneOf(FormSerialization.class, FormSerialization.SORTED), signature)
                    : new Part.Literal(section.required("text").text(""));
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
                    "expected body, method, url, time, header:NAME, query:NAME, a JSON pointer, { form: sorted }, { form: php } or { text: … }, was "
                            + Excerpt.of(text));
            return new Part.Literal("");
        });
    }
}
