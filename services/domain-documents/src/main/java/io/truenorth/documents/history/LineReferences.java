package io.truenorth.documents.history;

import io.truenorth.documents.history.FieldRules.ReferenceColumn;
import io.truenorth.identity.MissingValue;
import io.truenorth.identity.NameText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the references of a line; an empty field, or a program's word for a missing value, is none. */
final class LineReferences {

    private LineReferences() {}

    /** The references as {@code type:id}, without duplicates. */
    static List<String> of(Row row, List<ReferenceColumn> rules) throws LineRejection {
        if (rules.isEmpty()) {
            return List.of();
        }
        Set<String> references = new LinkedHashSet<>();
        for (ReferenceColumn reference : rules) {
            String written = NameText.trimmed(row.get(reference.column()));
            if (!written.isEmpty() && !MissingValue.is(written)) {
                references.add(reference.type() + ":" + NameRules.requireIdentity(reference.column(), written));
            }
        }
        return List.copyOf(references);
    }
}
