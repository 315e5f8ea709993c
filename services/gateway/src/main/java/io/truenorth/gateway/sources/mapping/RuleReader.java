package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads when a rule takes an element, and which elements it is asked for. */
final class RuleReader {

    private RuleReader() {}

    static IgnoreRule ignore(DocumentNode node) {
        DocumentSection section = node.section();
        IgnoreRule rule = new IgnoreRule(each(section), conditions(section), because(section.required("because")));
        fits(node, rule.each(), rule.conditions().places().toList());
        return rule;
    }

    static EventRule event(DocumentNode node) {
        DocumentSection section = node.section();
        return new EventRule(each(section), conditions(section), FieldsReader.read(section));
    }

    /** A reason in words. */
    static String because(DocumentNode node) {
        String because = node.text("");
        if (node.isPresent() && because.isBlank()) {
            node.problem("expected a reason in words");
        }
        return because;
    }

    /** Notes every place whose stars stand for nothing. */
    static void fits(DocumentNode node, PayloadPointer each, List<PayloadLocation> places) {
        places.stream()
                .filter(place ->
                        place instanceof PayloadLocation.AtPointer at && !at.pointer().fits(each))
                .map(place -> ((PayloadLocation.AtPointer) place).pointer().text())
                .distinct()
                .forEach(text -> node.problem("expected every * of " + Excerpt.plain(text, 100)
                        + " in the place of one of each"
                        + (each.steps().isEmpty() ? ", which is missing" : ", which is " + each.text())));
    }

    private static PayloadPointer each(DocumentSection section) {
        DocumentNode node = section.at("each");
        PayloadPointer each = PlaceReader.pointer(node);
        if (node.isPresent() && !each.endsWithStar()) {
            node.problem(
                    "expected a pointer to the items of an array, such as /items/*, was " + Excerpt.of(each.text()));
            return PayloadPointer.WHOLE;
        }
        return each;
    }

    private static Conditions conditions(DocumentSection section) {
        return new Conditions(
                texts(section.at("when")),
                texts(section.at("unless")),
                PlaceReader.readAll(section.at("present")),
                PlaceReader.readAll(section.at("absent")),
                PlaceReader.readAll(section.at("isNull")),
                PlaceReader.readAll(section.at("notNull")));
    }

    private static Map<PayloadLocation, List<String>> texts(DocumentNode node) {
        Map<PayloadLocation, List<String>> texts = new LinkedHashMap<>();
        node.entries()
                .forEach((place, expected) -> PlaceReader.parse(place)
                        .filter(parsed -> PlaceReader.isPlace(place))
                        .ifPresentOrElse(
                                parsed -> texts.put(parsed, texts(expected, place)),
                                () -> expected.problem(
                                        "expected a JSON pointer such as /data/id, or header:NAME, as key")));
        return texts;
    }

    private static List<String> texts(DocumentNode node, String place) {
        if (!node.isList()) {
            return List.of(text(node, place));
        }
        List<String> texts = new ArrayList<>();
        node.list().forEach(item -> texts.add(text(item, place)));
        return texts;
    }

    private static String text(DocumentNode node, String place) {
        String text = node.text("");
        if (text.isEmpty()) {
            node.problem("expected a text; absent: [" + Excerpt.plain(place, 60) + "] asks for nothing there");
        }
        return text;
    }
}
