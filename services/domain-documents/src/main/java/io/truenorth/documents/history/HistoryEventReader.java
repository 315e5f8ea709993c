package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.documents.NameSuggestions;
import io.truenorth.identity.MissingValue;
import io.truenorth.identity.Placeholder;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.model.ScoringModel;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes an event of a row, or says which column is to blame and what it should hold. */
final class HistoryEventReader {

    private final FieldRules rules;
    private final ScoringModel model;
    private final CustomerNames customers;
    private final long now;
    private final HistoryNumbers numbers;
    private final CorrectionColumns corrections;

    /** Channels, kinds and subjects repeat on every line; one copy of each is kept. */
    private final Map<String, String> names = new HashMap<>();

    /** @param now when the history arrives, epoch ms */
    HistoryEventReader(FieldRules rules, ScoringModel model, CustomerNames customers, long now, EventIds ids) {
        this.rules = rules;
        this.model = model;
        this.customers = customers;
        this.now = now;
        this.numbers = new HistoryNumbers(rules);
        this.corrections = new CorrectionColumns(rules, ids);
    }

    HistoryEvent read(Row row) throws LineRejection {
        String customer = customer(row);
        String time = row.get(rules.time().column());
        long written = time(time);
        long occurredAt = admitted(written, time);
        Optional<String> retracts = corrections.retracts(row);
        HistoryEvent event = retracts.isPresent()
                ? HistoryEvent.retraction(customer, occurredAt, retracts.get())
                : event(row, customer, occurredAt);
        return corrections.identified(event, row, written);
    }

    private HistoryEvent event(Row row, String customer, long occurredAt) throws LineRejection {
        return new HistoryEvent(
                "",
                customer,
                occurredAt,
                once(said(row, rules.channel(), "channel")),
                once(kind(row)),
                direction(row),
                numbers.sentiment(row),
                numbers.valueMinor(row),
                once(subject(row)));
    }

    private String once(String name) {
        String known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    private long time(String text) throws LineRejection {
        TimeFormat format = rules.time().format();
        try {
            return format.parser().epochMillis(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw new LineRejection(rules.time().column(), format.expected(), Excerpt.of(text));
        }
    }

    private long admitted(long occurredAt, String text) throws LineRejection {
        try {
            return ArrivalRule.STANDARD.admit(occurredAt, now);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            String hint = rules.time().format().hint(occurredAt);
            throw LineRejection.of(rules.time().column(), message + ", written as " + Excerpt.of(text) + hint);
        }
    }

    private String kind(Row row) throws LineRejection {
        String kind = said(row, rules.kind(), "kind");
        if (!model.kinds().accepts(kind)) {
            String near = NameSuggestions.didYouMean(kind, model.kinds().rules().keySet());
            throw new LineRejection(
                    rules.kind().label("kind"), "a kind of the model " + model.id(), Excerpt.of(kind) + near);
        }
        return kind;
    }

    private Direction direction(Row row) throws LineRejection {
        String text = rules.direction().read(row);
        return switch (text) {
            case "in" -> Direction.INBOUND;
            case "out" -> Direction.OUTBOUND;
            default -> throw new LineRejection(rules.direction().label("direction"), "in or out", Excerpt.of(text));
        };
    }

    private String customer(Row row) throws LineRejection {
        String column = rules.customer().label("customer");
        String customer = NameRules.requireIdentity(column, rules.customer().read(row));
        Optional<Placeholder> nobody = customers.nobody(customer);
        if (nobody.isPresent()) {
            throw new LineRejection(
                    column, "the id of somebody, not " + nobody.get().inWords(), Excerpt.of(customer));
        }
        return customer;
    }

    private String said(Row row, HistoryTextRule rule, String field) throws LineRejection {
        String column = rule.label(field);
        String name = NameRules.requireName(column, rule.read(row));
        if (MissingValue.is(name)) {
            throw new LineRejection(column, "a name, not a program's word for a missing value", Excerpt.of(name));
        }
        return name;
    }

    private String subject(Row row) throws LineRejection {
        String subject = rules.subject().read(row);
        return MissingValue.is(subject)
                ? ""
                : NameRules.requireText(rules.subject().label("subject"), subject);
    }
}
