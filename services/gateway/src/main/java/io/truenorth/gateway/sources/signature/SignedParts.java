package io.truenorth.gateway.sources.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What is signed: parts of a request, one after the other.
 *
 * @param time where a part {@link Part.Time} stands
 */
record SignedParts(List<Part> parts, Optional<SignedTime> time) {

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

        /** What stands at another place. */
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
}
