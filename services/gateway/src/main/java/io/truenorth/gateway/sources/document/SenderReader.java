package io.truenorth.gateway.sources.document;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.event.PhoneNumbers;
import io.truenorth.service.http.TokenHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the sender of a document: {@code keys}, {@code origins}, {@code limit}, {@code allowed} and {@code region}. */
final class SenderReader {

    static final Pattern WORDS = Pattern.compile("[a-z0-9]+([_-][a-z0-9]+)*");

    private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[A-Za-z0-9.\\[\\]:-]{1,255}");
    private static final int MAX = 1_000_000;

    private SenderReader() {}

    /** The sender of a source of this name. */
    static Sender read(String name, DocumentSection root) {
        DocumentNode limit = root.at("limit");
        DocumentSection allowed = root.at("allowed").section();
        return new Sender(
                name,
                keys(root.at("keys")),
                Set.copyOf(texts(
                        root.at("origins"),
                        ORIGIN.asMatchPredicate(),
                        "an origin such as https://shop.example.com, or *")),
                limit.isPresent() ? Optional.of(limit(limit.section())) : Optional.empty(),
                Set.copyOf(words(allowed.at("channels"))),
                Set.copyOf(words(allowed.at("kinds"))),
                region(root.at("region")));
    }

    private static Sender.Limit limit(DocumentSection section) {
        int perSecond = section.required("perSecond").integer(1, MAX, 1);
        return new Sender.Limit(perSecond, section.at("burst").integer(1, MAX, perSecond));
    }

    private static List<TokenHash> keys(DocumentNode node) {
        List<TokenHash> keys = texts(node, text -> TokenHash.parse(text).isPresent(), TokenHash.FORM).stream()
                .flatMap(key -> TokenHash.parse(key).stream())
                .toList();
        if (keys.stream().anyMatch(TokenHash::isOfNothing)) {
            node.problem(TokenHash.OF_NOTHING);
        }
        return keys;
    }

    private static Optional<String> region(DocumentNode node) {
        String code = node.text("");
        if (node.isPresent() && !PhoneNumbers.isRegion(code)) {
            node.problem("expected a region by ISO 3166, such as CH, was " + Excerpt.of(code));
        }
        return node.isPresent() ? Optional.of(code) : Optional.empty();
    }

    private static List<String> words(DocumentNode node) {
        return texts(node, WORDS.asMatchPredicate(), "lower-case words joined by - or _");
    }

    /** An empty list is rejected: where a missing list means all, its meaning would be unclear. */
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
