package io.truenorth.gateway.sources.document;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.service.http.TokenHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the sections {@code keys}, {@code origins}, {@code limit} and {@code allowed} of a document. */
final class AdmissionReader {

    static final Pattern WORDS = Pattern.compile("[a-z0-9]+([_-][a-z0-9]+)*");

    private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[A-Za-z0-9.\\[\\]:-]{1,255}");
    private static final int MOST = 1_000_000;

    private AdmissionReader() {}

    static Admission read(DocumentSection root) {
        DocumentNode limit = root.at("limit");
        DocumentSection allowed = root.at("allowed").section();
        return new Admission(
                keys(root.at("keys")),
                texts(
                        root.at("origins"),
                        ORIGIN.asMatchPredicate(),
                        "an origin such as https://shop.example.com, or *"),
                limit.isPresent() ? Optional.of(limit(limit.section())) : Optional.empty(),
                texts(allowed.at("channels"), WORDS.asMatchPredicate(), "lower-case words joined by - or _"),
                texts(allowed.at("kinds"), WORDS.asMatchPredicate(), "lower-case words joined by - or _"));
    }

    private static Admission.Limit limit(DocumentSection section) {
        int perSecond = section.required("perSecond").integer(1, MOST, 1);
        return new Admission.Limit(perSecond, section.at("burst").integer(1, MOST, perSecond));
    }

    private static List<String> keys(DocumentNode node) {
        List<String> keys = texts(node, text -> TokenHash.parse(text).isPresent(), TokenHash.FORM);
        if (keys.stream().flatMap(key -> TokenHash.parse(key).stream()).anyMatch(TokenHash::isOfNothing)) {
            node.problem(TokenHash.OF_NOTHING);
        }
        return keys;
    }

    /** An empty list is refused: where none means all, nobody can tell what it was meant to say. */
    private static List<String> texts(DocumentNode node, Predicate<String> rule, String expected) {
        List<String> texts = new ArrayList<>();
        if (node.isList() && node.list().isEmpty()) {
            node.problem("expected at least one, or to be left out");
        }
        for (DocumentNode item : node.list()) {
            String text = item.text("");
            if (!rule.test(text)) {
                item.problem("expected " + expected + ", was " + Excerpt.of(text));
            }
            texts.add(text);
        }
        return texts;
    }
}
