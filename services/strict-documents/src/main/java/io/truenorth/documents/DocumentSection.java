package io.truenorth.documents;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A map whose keys are known to its reader: what the reader never asks for is an unknown key and refused. */
public final class DocumentSection {

    private final Document document;
    private final String path;
    private final Map<String, RawValue> values;
    private final boolean requires;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param requires whether missing keys are told; not if the whole section is missing or of the wrong form */
    DocumentSection(Document document, String path, Map<String, RawValue> values, boolean requires) {
        this.document = document;
        this.path = path;
        this.values = values;
        this.requires = requires;
        document.remember(this);
    }

    /** The value of a key that may be missing. */
    public DocumentNode at(String key) {
        known.add(key);
        return new DocumentNode(document, Paths.under(path, key), values.get(key));
    }

    /** The value of a key that must not be missing. */
    public DocumentNode required(String key) {
        DocumentNode node = at(key);
        if (requires && !node.isPresent()) {
            document.problem(Paths.under(path, key), "expected, but missing");
        }
        return node;
    }

    void rejectUnknownKeys() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                document.problem(Paths.under(path, key), "unknown key" + suggestion(key, known));
            }
        }
    }

    private static String suggestion(String key, Collection<String> known) {
        return NearNames.didYouMean(key, known) + " (known here: " + String.join(", ", known) + ")";
    }
}
