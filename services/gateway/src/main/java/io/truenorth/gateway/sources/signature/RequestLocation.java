package io.truenorth.gateway.sources.signature;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.Pointer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

    /** In the body, if it is JSON. */
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
