package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import java.util.Map;
import java.util.Optional;

/** The source of a text field. */
sealed interface HistoryTextRule {

    /** Reads the text of a line. */
    String read(Row row) throws LineRejection;

    /** The column, if it is read from one. */
    Optional<String> column();

    /** The column, as messages name it; the field where it is read from none. */
    default String label(String field) {
        return column().orElse(field);
    }

    /** A constant text. */
    record Constant(String text) implements HistoryTextRule {
        @Override
        public String read(Row row) {
            return text;
        }

        @Override
        public Optional<String> column() {
            return Optional.empty();
        }
    }

    /** A column, verbatim. */
    record Column(String name) implements HistoryTextRule {
        @Override
        public String read(Row row) {
            return row.get(name);
        }

        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /**
     * A column with translated values.
     *
     * @param values translations by value in the file
     * @param otherwise for values that are not listed; if absent, they are rejected
     */
    record Translated(String name, Map<String, String> values, Optional<String> otherwise) implements HistoryTextRule {
        @Override
        public String read(Row row) throws LineRejection {
            String written = row.get(name);
            String translated = values.get(written);
            if (translated == null && otherwise.isEmpty()) {
                throw new LineRejection(name, "one of " + listed(), Excerpt.of(written));
            }
            return translated == null ? otherwise.get() : translated;
        }

        private String listed() {
            return Excerpt.plain(String.join(", ", values.keySet()), 200);
        }

        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }
}
