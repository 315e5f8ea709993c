package io.truenorth.gateway.sources.signature;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.Pointer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A location in a request: {@code header:NAME}, {@code query:NAME} or a JSON pointer into the body. */
sealed interface RequestLocation {

    Optional<String> in(RawRequest request);

    /** How a message names it. */
    String shown();

    /** In a header. */
    record Header(String name) implements RequestLocation {
        @Override
        public Optional<String> in(RawRequest request) {
            return request.header(name);
        }

        @Override
        public String shown() {
            return "the header " + name;
        }
    }

    /** In a parameter of the URL. */
    record Query(String name) implements RequestLocation {
        @Override
        public Optional<String> in(RawRequest request) {
            return request.query(name);
        }

        @Override
        public String shown() {
            return "the query parameter " + name;
        }
    }

    /** In the body, if it is JSON or a form. */
    record Body(String pointer, List<String> steps) implements RequestLocation {
        @Override
        public Optional<String> in(RawRequest request) {
            return request.inBody(steps);
        }

        @Override
        public String shown() {
            return pointer + " of the body";
        }
    }

    /**
     * A part of a text in a request: {@code v1=…} of {@code t=1,v1=…}.
     *
     * @param place where the text is
     * @param separator between its parts; empty where it has one part only
     * @param prefix the prefix of the parts that are used, which is removed
     */
    record Fragment(RequestLocation place, String separator, String prefix) {

        /** The fragment that {@code at}, {@code separator} and {@code prefix} of a section describe. */
        static Fragment read(DocumentSection section) {
            return new Fragment(
                    RequestLocation.read(section.required("at")),
                    section.at("separator").text(""),
                    section.at("prefix").text(""));
        }

        static Fragment whole(RequestLocation place) {
            return new Fragment(place, "", "");
        }

        /** The parts with the prefix: none, one or several. */
        List<String> in(RawRequest request) {
            return place.in(request).stream()
                    .flatMap(this::parts)
                    .map(String::strip)
                    .filter(part -> part.startsWith(prefix) && part.length() > prefix.length())
                    .map(part -> part.substring(prefix.length()))
                    .toList();
        }

        private Stream<String> parts(String text) {
            return separator.isEmpty()
                    ? Stream.of(text)
                    : Pattern.compile(Pattern.quote(separator)).splitAsStream(text);
        }

        /** The field of the body that it is; empty if it is none. */
        Optional<String> field() {
            return place instanceof Body body && body.steps().size() == 1
                    ? Optional.of(body.steps().get(0))
                    : Optional.empty();
        }

        String shown() {
            return place.shown() + (prefix.isEmpty() ? "" : " after " + prefix);
        }
    }

    /** How headers and query parameters are written. */
    String HEADER_PREFIX = "header:";

    /** See {@link #HEADER_PREFIX}. */
    String QUERY_PREFIX = "query:";

    /** The names of headers and query parameters. */
    Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    /** The location that a node names. */
    static RequestLocation read(DocumentNode node) {
        String text = node.text("");
        return parse(text).orElseGet(() -> {
            if (node.isPresent()) {
                node.problem(
                        "expected header:NAME, query:NAME or a JSON pointer into the body, was " + Excerpt.of(text));
            }
            return new Header("");
        });
    }

    /** {@code header:NAME}, {@code query:NAME} or a JSON pointer into the body. */
    static Optional<RequestLocation> parse(String text) {
        if (text.startsWith(HEADER_PREFIX)) {
            return named(text.substring(HEADER_PREFIX.length())).map(Header::new);
        }
        if (text.startsWith(QUERY_PREFIX)) {
            return named(text.substring(QUERY_PREFIX.length())).map(Query::new);
        }
        return text.startsWith("/") ? Pointer.parse(text).map(steps -> new Body(text, steps)) : Optional.empty();
    }

    private static Optional<String> named(String name) {
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }
}
