package io.truenorth.gateway.event;

import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.Pointer;
import io.truenorth.gateway.json.Violations;
import io.truenorth.identity.MissingValue;
import io.truenorth.identity.NameText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks of the fields of one event, whose failures are collected as violations. */
final class FieldChecks {

    private final Violations violations;

    FieldChecks(Violations violations) {
        this.violations = violations;
    }

    void violation(String path, String message) {
        violations.add(path, message);
    }

    /** Notes a field that is missing, unless it, or the whole event, could not be read. */
    <T> Optional<T> required(String path, Optional<T> value) {
        if (value.isEmpty()) {
            missing(path, "expected, but missing");
        }
        return value;
    }

    /** Notes that a field is missing, unless it, or the whole event, could not be read. */
    void missing(String path, String message) {
        if (!violations.contains(path) && !violations.contains("")) {
            violation(path, message);
        }
    }

    /** A text that satisfies a constraint; empty if it is missing or does not, which is a violation. */
    Optional<String> text(String path, Optional<String> text, TextConstraint constraint) {
        Optional<String> expected = text.flatMap(constraint::violationOf);
        expected.ifPresent(message -> violation(path, message + ", was " + Excerpt.of(text.orElseThrow())));
        return expected.isPresent() ? Optional.empty() : text;
    }

    /** The same; a program's word for a missing value counts as missing. */
    Optional<String> optionalText(String path, Optional<String> text, TextConstraint constraint) {
        return text(path, text, constraint).filter(value -> !MissingValue.is(value));
    }

    /** A name of lower-case words that must be there and must not be a program's word for a missing value. */
    String words(String field, Optional<String> text) {
        String path = "/" + field;
        Optional<String> words = text(path, required(path, text), TextConstraint.WORDS);
        words.filter(MissingValue::is)
                .ifPresent(word ->
                        violation(path, "expected a " + field + ", was a program's word for a missing value, " + word));
        return words.orElse("");
    }

    /** Texts of which both names and values are constrained. */
    Map<String, String> texts(
            String path, Map<String, String> texts, int limit, TextConstraint ofNames, TextConstraint ofValues) {
        if (texts.size() > limit) {
            violation(path, "expected up to " + limit + " entries, was " + texts.size());
        } else {
            texts.forEach((name, value) -> {
                String entry = Pointer.append(path, name);
                ofNames.violationOf(name).ifPresent(expected -> violation(entry, expected + " as a name"));
                text(entry, Optional.of(value), ofValues);
            });
        }
        return new TreeMap<>(texts);
    }

    /** The texts that say something, in composed form (NFC). */
    static Map<String, String> composed(Map<String, String> texts) {
        Map<String, String> composed = new TreeMap<>();
        texts.forEach((name, value) -> {
            if (!MissingValue.is(value)) {
                composed.put(name, NameText.composed(value));
            }
        });
        return composed;
    }
}
