package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import java.util.Map;
import java.util.Optional;

/** Where the text of a field comes from. */
sealed interface HistoryTextRule {

    /** What a line says. */
    String read(Row row) throws LineRejection;

    /** The column it is read from, if it is from one. */
    Optional<String> column();

    /** The same text for every line. */
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

    /** A column, as it is written. */
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
     * A column whose values are called otherwise in the file.
     *
     * @param values from the file's word to ours
     * @param otherwise for words that are not listed; where it is missing they are refused
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
