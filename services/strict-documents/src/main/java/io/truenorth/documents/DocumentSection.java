package io.truenorth.documents;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A map with known keys: keys that are never read are rejected as unknown. */
public final class DocumentSection {

    private final Document document;
    private final String path;
    private final Map<String, RawValue> values;
    private final boolean requires;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param requires whether missing keys are reported; not if the whole section is absent or invalid */
    DocumentSection(Document document, String path, Map<String, RawValue> values, boolean requires) {
        this.document = document;
        this.path = path;
        this.values = values;
        this.requires = requires;
        document.remember(this);
    }

    /** The value of an optional key. */
    public DocumentNode at(String key) {
        known.add(key);
        return new DocumentNode(document, Paths.under(path, key), values.get(key));
    }

    /** The value of a required key. */
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
        return NameSuggestions.didYouMean(key, known) + " (known here: " + String.join(", ", known) + ")";
    }
}
