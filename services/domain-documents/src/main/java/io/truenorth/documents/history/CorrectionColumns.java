package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.identity.MissingValue;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The columns {@code id}, {@code retracts} and {@code revision}, by which a line corrects or retracts an event. A program's word for
 * a missing value counts as missing.
 */
final class CorrectionColumns {

    private static final String ID = "id";
    private static final String REVISION = "revision";
    private static final BigDecimal MAX_REVISION = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final FieldRules rules;
    private final EventIds ids;

    CorrectionColumns(FieldRules rules, EventIds ids) {
        this.rules = rules;
        this.ids = ids;
    }

    /** The id of the event that a row retracts; empty if the row is no retraction. */
    Optional<String> retracts(Row row) throws LineRejection {
        return id(rules.retracts(), "retracts", row);
    }

    /** The event with the id and the revision of its row. */
    HistoryEvent identified(HistoryEvent event, Row row, long occurredAtAsWritten) throws LineRejection {
        Optional<String> id = id(rules.id(), ID, row);
        int revision = revision(row);
        if (event.isRetraction() && id.filter(event.retracts()::equals).isPresent()) {
            throw new LineRejection(
                    rules.id().label(ID), "an id of the retraction's own, or none", "the one that it retracts");
        }
        if (revision != 0 && event.isRetraction()) {
            throw new LineRejection(
                    rules.revision().label(REVISION),
                    "nothing, as the line is a retraction",
                    Integer.toString(revision));
        }
        if (revision != 0 && id.isEmpty()) {
            throw new LineRejection(rules.id().label(ID), "the id of the event that the line corrects", "empty");
        }
        return event.withId(id.orElseGet(() -> ids.next(event, occurredAtAsWritten)), revision);
    }

    private Optional<String> id(HistoryTextRule rule, String field, Row row) throws LineRejection {
        String text = NameRules.requireText(rule.label(field), rule.read(row).strip());
        return text.isEmpty() || MissingValue.is(text) ? Optional.empty() : Optional.of(ids.of(text));
    }

    private int revision(Row row) throws LineRejection {
        String text = rules.revision().read(row);
        if (text.isEmpty() || MissingValue.is(text)) {
            return 0;
        }
        return DecimalText.parse(text)
                .filter(number -> number.signum() >= 0 && number.compareTo(MAX_REVISION) <= 0)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValue)
                .orElseThrow(() -> new LineRejection(
                        rules.revision().label(REVISION),
                        "a whole number from 0 to " + MAX_REVISION + " or nothing",
                        Excerpt.of(text)));
    }
}
