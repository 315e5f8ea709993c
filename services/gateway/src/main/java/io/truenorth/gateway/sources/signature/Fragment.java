package io.truenorth.gateway.sources.signature;

import io.truenorth.documents.DocumentSection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    String shown() {
        return place.shown() + (prefix.isEmpty() ? "" : " after " + prefix);
    }
}
