package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.identity.MissingValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the columns of consent; an empty field, or a program's word for a missing value, says nothing. */
final class ConsentColumns {

    private final ConsentRule rule;

    ConsentColumns(ConsentRule rule) {
        this.rule = rule;
    }

    /**
     * Where consent is read from.
     *
     * @param scoring of consent to scoring
     * @param activation of consent to use of the score outside the system
     */
    record ConsentRule(HistoryTextRule scoring, HistoryTextRule activation) {
        /** No column. */
        static final ConsentRule NONE =
                new ConsentRule(new HistoryTextRule.Constant(""), new HistoryTextRule.Constant(""));

        /** The columns that are read. */
        Set<String> columns() {
            return Stream.of(scoring, activation)
                    .flatMap(rule -> rule.column().stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** The event of a row with what the row says of consent. */
    HistoryEvent consenting(HistoryEvent event, Row row) throws LineRejection {
        HistoryConsent consent = new HistoryConsent(
                read(rule.scoring(), "consent.scoring", row), read(rule.activation(), "consent.activation", row));
        if (event.isRetraction() && !consent.isEmpty()) {
            HistoryTextRule said = consent.scoring().isPresent() ? rule.scoring() : rule.activation();
            throw new LineRejection(
                    said.label("consent"), "nothing, as the line is a retraction", Excerpt.of(said.read(row)));
        }
        return event.consenting(consent);
    }

    private static Optional<Boolean> read(HistoryTextRule column, String field, Row row) throws LineRejection {
        String text = column.read(row).strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> Optional.of(true);
            case "false", "no", "0" -> Optional.of(false);
            default -> {
                if (!text.isEmpty() && !MissingValue.is(text)) {
                    throw new LineRejection(column.label(field), "true, false or nothing", Excerpt.of(text));
                }
                yield Optional.empty();
            }
        };
    }
}
