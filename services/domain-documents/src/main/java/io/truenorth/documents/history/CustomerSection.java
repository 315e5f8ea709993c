package io.truenorth.documents.history;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.history.FieldRules.CustomerRule;
import io.truenorth.documents.history.FieldRules.IdentityColumn;
import io.truenorth.documents.history.FieldRules.ReferenceColumn;
import io.truenorth.identity.LowerCaseWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The keys of a mapping that describe whose a line is: one column or several identities, attributes, and references. */
final class CustomerSection {

    private static final int MOST_ATTRIBUTES = 32;
    private static final int MOST_REFERENCES = 20;
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private CustomerSection() {}

    static CustomerRule read(DocumentSection section) {
        DocumentNode several = section.at("identities");
        boolean skipped = section.at("skipWithoutCustomer").bool(false);
        Optional<String> region = region(section.at("region"));
        if (several.isPresent()) {
            if (section.at("customer").isPresent()) {
                several.problem("expected instead of customer, not beside it");
            }
            return new CustomerRule(new HistoryTextRule.Constant(""), identities(several), region, skipped);
        }
        if (section.at("references").isPresent() && !section.at("customer").isPresent()) {
            return new CustomerRule(new HistoryTextRule.Constant(""), List.of(), region, skipped);
        }
        String column =
                section.required("customer").section().required("column").text("");
        return new CustomerRule(new HistoryTextRule.Column(column), List.of(), region, skipped);
    }

    private static Optional<String> region(DocumentNode node) {
        if (!node.isPresent()) {
            return Optional.empty();
        }
        String region = node.text("");
        if (!Set.of(Locale.getISOCountries()).contains(region)) {
            node.problem("expected a region by ISO 3166, such as CH, was " + Excerpt.of(region));
        }
        return Optional.of(region);
    }

    private static List<IdentityColumn> identities(DocumentNode node) {
        List<IdentityColumn> identities = new ArrayList<>();
        for (DocumentNode item : node.list()) {
            Map<String, DocumentNode> entries = item.entries();
            if (entries.size() != 1) {
                item.problem("expected one namespace with its column, such as { email: E-mail }");
            }
            entries.forEach((namespace, column) -> {
                if (!LowerCaseWords.is(namespace)) {
                    column.problem("expected a namespace in lower-case words, was " + Excerpt.of(namespace));
                }
                identities.add(new IdentityColumn(namespace, column.text("")));
            });
        }
        if (identities.isEmpty()) {
            node.problem("expected one identity or more, such as [ { crm: Contact Id }, { email: E-mail } ]");
        }
        return identities;
    }

    /** The columns of references with their types. */
    static List<ReferenceColumn> references(DocumentNode node) {
        List<ReferenceColumn> references = new ArrayList<>();
        for (DocumentNode item : node.list()) {
            Map<String, DocumentNode> entries = item.entries();
            if (entries.size() != 1) {
                item.problem("expected one type with its column, such as { order: Order No }");
            }
            entries.forEach((type, column) -> {
                if (!LowerCaseWords.is(type)) {
                    column.problem("expected a type in lower-case words, was " + Excerpt.of(type));
                }
                references.add(new ReferenceColumn(type, column.text("")));
            });
        }
        if (node.isPresent() && (references.isEmpty() || references.size() > MOST_REFERENCES)) {
            node.problem("expected 1 to " + MOST_REFERENCES + " references, such as [ { order: Order No } ], was "
                    + references.size());
        }
        return references;
    }

    /** The columns of attributes by their names. */
    static Map<String, String> attributes(DocumentNode node) {
        Map<String, String> attributes = new LinkedHashMap<>();
        node.entries().forEach((name, column) -> {
            if (!ATTRIBUTE.matcher(name).matches()) {
                column.problem("expected a name of up to 64 letters, digits, . _ or -, was " + Excerpt.of(name));
            }
            attributes.put(name, column.text(""));
        });
        if (attributes.size() > MOST_ATTRIBUTES) {
            node.problem("expected up to " + MOST_ATTRIBUTES + " attributes, was " + attributes.size());
        }
        return attributes;
    }
}
