package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.DocumentNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Values that stand for nobody, such as the address of a point of sale: an identity with such a value is left out. Compared without
 * regard to case, as placeholders are.
 *
 * @param values by namespace
 */
record Nobody(Map<String, List<TextPattern>> values) {

    static final Nobody NONE = new Nobody(Map.of());

    boolean is(String namespace, String value) {
        String text = value.toLowerCase(Locale.ROOT);
        return values.getOrDefault(namespace, List.of()).stream().anyMatch(pattern -> pattern.matches(text));
    }

    /** The section {@code nobody}. */
    static Nobody read(DocumentNode node) {
        Map<String, List<TextPattern>> values = new LinkedHashMap<>();
        node.entries().forEach((namespace, texts) -> {
            if (!EventFields.WORDS.test(namespace)) {
                texts.problem("expected a namespace of lower-case words joined by - or _");
            }
            values.put(namespace, patterns(texts));
        });
        return new Nobody(values);
    }

    private static List<TextPattern> patterns(DocumentNode node) {
        List<TextPattern> patterns = new ArrayList<>();
        for (DocumentNode item : node.isList() ? node.list() : List.of(node)) {
            String text = item.text("");
            if (text.replace("*", "").isBlank()) {
                item.problem("expected a value, with * for any characters in it");
            }
            patterns.add(TextPattern.of(text).inLowerCase());
        }
        return patterns;
    }
}
