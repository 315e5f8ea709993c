package io.truenorth.gateway.sources.signature;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.Pointer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where a text stands in a request: {@code at}, {@code separator} and {@code prefix}. */
final class FragmentReader {

    private static final String HEADER = "header:";
    private static final String QUERY = "query:";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    private FragmentReader() {}

    static Fragment read(DocumentSection section) {
        return new Fragment(
                place(section.required("at")),
                section.at("separator").text(""),
                section.at("prefix").text(""));
    }

    static RequestLocation place(DocumentNode node) {
        String text = node.text("");
        return parse(text).orElseGet(() -> {
            if (node.isPresent()) {
                node.problem(
                        "expected header:NAME, query:NAME or a JSON pointer into the body, was " + Excerpt.of(text));
            }
            return new RequestLocation.Header("");
        });
    }

    static Optional<RequestLocation> parse(String text) {
        if (text.startsWith(HEADER)) {
            return named(text.substring(HEADER.length())).map(RequestLocation.Header::new);
        }
        if (text.startsWith(QUERY)) {
            return named(text.substring(QUERY.length())).map(RequestLocation.Query::new);
        }
        return text.startsWith("/")
                ? Pointer.steps(text).map(steps -> new RequestLocation.Body(text, steps))
                : Optional.empty();
    }

    private static Optional<String> named(String name) {
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }
}
