package io.truenorth.documents.history;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A section that says where a text comes from: {@code column}, with {@code values} or without, or {@code constant}. */
final class TextSection {

    private TextSection() {}

    static HistoryTextRule read(DocumentNode node, MappedTexts.Check check) {
        DocumentSection section = node.section();
        DocumentNode constant = section.at("constant");
        DocumentNode column = section.at("column");
        DocumentNode values = section.at("values");
        DocumentNode otherwise = section.at("otherwise");
        if (node.isPresent() && constant.isPresent() == column.isPresent()) {
            node.problem("expected either a column or a constant");
        }
        if (constant.isPresent()) {
            rejectBesideConstant(values);
            rejectBesideConstant(otherwise);
            return new HistoryTextRule.Constant(checked(constant, check));
        }
        if (otherwise.isPresent() && !values.isPresent()) {
            otherwise.problem("expected values beside it");
        }
        String name = column.text("");
        return values.isPresent()
                ? new HistoryTextRule.Translated(name, translations(values, check), fallback(otherwise, check))
                : new HistoryTextRule.Column(name);
    }

    private static void rejectBesideConstant(DocumentNode node) {
        if (node.isPresent()) {
            node.problem("expected beside a column only, not beside a constant");
        }
    }

    private static Map<String, String> translations(DocumentNode values, MappedTexts.Check check) {
        Map<String, String> translations = new LinkedHashMap<>();
        values.entries().forEach((written, ours) -> translations.put(written, checked(ours, check)));
        return translations;
    }

    private static Optional<String> fallback(DocumentNode otherwise, MappedTexts.Check check) {
        return otherwise.isPresent() ? Optional.of(checked(otherwise, check)) : Optional.empty();
    }

    private static String checked(DocumentNode node, MappedTexts.Check check) {
        String text = node.text("");
        check.accept(node, text);
        return text;
    }
}
