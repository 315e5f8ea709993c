package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.JsonNodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The conditions under which a rule applies to an element; all of them must hold.
 *
 * @param when the texts of which each location must have one; {@code *} in it stands for any characters
 * @param unless the texts of which no location may have one
 * @param present locations that must be neither missing, {@code null} nor empty
 * @param absent locations that must be missing, {@code null} or empty
 * @param isNull locations that must be {@code null}
 * @param notNull locations that must not be {@code null}
 */
record Conditions(
        Map<PayloadLocation, List<TextPattern>> when,
        Map<PayloadLocation, List<TextPattern>> unless,
        List<PayloadLocation> present,
        List<PayloadLocation> absent,
        List<PayloadLocation> isNull,
        List<PayloadLocation> notNull) {

    boolean match(WebhookPayload payload) {
        return present.stream().allMatch(location -> location.find(payload).isPresent())
                && absent.stream().allMatch(location -> location.find(payload).isEmpty())
                && isNull.stream().allMatch(location -> location.isNull(payload))
                && notNull.stream().noneMatch(location -> location.isNull(payload))
                && match(when, payload)
                && unless.entrySet().stream().noneMatch(one -> matches(one.getKey(), one.getValue(), payload));
    }

    /** Whether each location has one of its texts. */
    static boolean match(Map<PayloadLocation, List<TextPattern>> texts, WebhookPayload payload) {
        return texts.entrySet().stream().allMatch(one -> matches(one.getKey(), one.getValue(), payload));
    }

    private static boolean matches(PayloadLocation location, List<TextPattern> texts, WebhookPayload payload) {
        String found = location.find(payload).flatMap(JsonNodes::scalar).orElse("");
        return texts.stream().anyMatch(text -> text.matches(found));
    }

    /** Whether there are none, so that they hold for everything. */
    boolean isEmpty() {
        return locations().findAny().isEmpty();
    }

    Stream<PayloadLocation> locations() {
        return Stream.of(when.keySet(), unless.keySet(), present, absent, isNull, notNull)
                .flatMap(locations -> locations.stream());
    }

    /** The conditions of a rule. */
    static Conditions read(DocumentSection section) {
        return new Conditions(
                texts(section.at("when")),
                texts(section.at("unless")),
                PayloadLocation.readAll(section.at("present")),
                PayloadLocation.readAll(section.at("absent")),
                PayloadLocation.readAll(section.at("isNull")),
                PayloadLocation.readAll(section.at("notNull")));
    }

    /** The texts that a section expects, by location. */
    static Map<PayloadLocation, List<TextPattern>> texts(DocumentNode node) {
        Map<PayloadLocation, List<TextPattern>> texts = new LinkedHashMap<>();
        node.entries()
                .forEach((place, expected) -> PayloadLocation.parse(place)
                        .filter(parsed -> PayloadLocation.isLocation(place))
                        .ifPresentOrElse(
                                parsed -> texts.put(parsed, texts(expected, place)),
                                () -> expected.problem("expected " + PayloadLocation.FORM + ", as key")));
        return texts;
    }

    private static List<TextPattern> texts(DocumentNode node, String place) {
        if (!node.isList()) {
            return List.of(text(node, place));
        }
        List<TextPattern> texts = new ArrayList<>();
        node.list().forEach(item -> texts.add(text(item, place)));
        return texts;
    }

    private static TextPattern text(DocumentNode node, String place) {
        String text = node.text("");
        if (text.isEmpty()) {
            node.problem("expected a text; absent: [" + Excerpt.plain(place, 60) + "] matches a missing value");
        }
        return TextPattern.of(text);
    }
}
