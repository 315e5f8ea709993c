package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.documents.NameSuggestions;
import io.truenorth.identity.MissingValue;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.model.ScoringModel;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Makes an event of a row, or says which column is to blame and what it should hold. */
final class HistoryEventReader {

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\r\\n]\\s*");

    private final FieldRules rules;
    private final ScoringModel model;
    private final CustomerNames customers;
    private final long now;
    private final HistoryNumbers numbers;
    private final AmountReader amounts;
    private final CorrectionColumns corrections;
    private final ConsentColumns consents;
    private final ChannelNames names = new ChannelNames();
    private final CheckedTexts subjects = new CheckedTexts();

    /** @param now when the history arrives, epoch ms */
    HistoryEventReader(
            FieldRules rules,
            ScoringModel model,
            CustomerNames customers,
            ReportingCurrency currency,
            long now,
            EventIds ids) {
        this.rules = rules;
        this.model = model;
        this.customers = customers;
        this.now = now;
        this.numbers = new HistoryNumbers(rules);
        this.amounts = new AmountReader(rules, currency);
        this.corrections = new CorrectionColumns(rules, ids);
        this.consents = new ConsentColumns(rules.consent());
    }

    /** The event of a row; empty if the row has no customer and is to be skipped. */
    Optional<HistoryEvent> read(Row row) throws LineRejection {
        if (rules.customer().skipped() && LineCustomer.isMissing(row, rules.customer())) {
            return Optional.empty();
        }
        row.requireComplete();
        List<String> references = LineReferences.of(row, rules.references());
        LineCustomer customer = !references.isEmpty() && LineCustomer.isMissing(row, rules.customer())
                ? LineCustomer.UNKNOWN
                : LineCustomer.of(row, rules.customer(), customers);
        return Optional.of(read(row, customer, references));
    }

    private HistoryEvent read(Row row, LineCustomer customer, List<String> references) throws LineRejection {
        String time = rules.time().read(row);
        long written = time(time);
        long occurredAt = admitted(written, time);
        Optional<String> retracts = corrections.retracts(row);
        HistoryEvent event = retracts.isPresent()
                ? HistoryEvent.retraction(customer.name(), occurredAt, retracts.get())
                : event(row, customer.name(), occurredAt);
        HistoryEvent about = consents.consenting(event.about(references), row);
        return corrections.identified(about, row, written).of(customer.identities(), attributes(row));
    }

    private HistoryEvent event(Row row, String customer, long occurredAt) throws LineRejection {
        return new HistoryEvent(
                "",
                customer,
                occurredAt,
                names.name(rules.channel(), "channel", row),
                kind(row),
                direction(row),
                numbers.sentiment(row),
                amounts.valueMinor(row),
                subject(row));
    }

    private Map<String, String> attributes(Row row) throws LineRejection {
        if (rules.attributes().isEmpty()) {
            return Map.of();
        }
        Map<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, String> attribute : rules.attributes().entrySet()) {
            String value = NameRules.requireText(
                    attribute.getValue(), row.get(attribute.getValue()).strip());
            if (!value.isEmpty() && !MissingValue.is(value)) {
                attributes.put(attribute.getKey(), value);
            }
        }
        return attributes;
    }

    private long time(String text) throws LineRejection {
        TimeFormat format = rules.time().format();
        try {
            return format.parser().epochMillis(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw new LineRejection(
                    rules.time().label(),
                    format.expected(),
                    Excerpt.of(text) + DateReadings.of(text).question());
        }
    }

    private long admitted(long occurredAt, String text) throws LineRejection {
        try {
            return ArrivalRule.STANDARD.admit(occurredAt, now);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            String hint = rules.time().format().hint(occurredAt);
            throw LineRejection.of(rules.time().label(), message + ", written as " + Excerpt.of(text) + hint);
        }
    }

    private String kind(Row row) throws LineRejection {
        String kind = names.name(rules.kind(), "kind", row);
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
            case "in", "IN" -> Direction.INBOUND;
            case "out", "OUT" -> Direction.OUTBOUND;
            default -> throw new LineRejection(rules.direction().label("direction"), "in or out", Excerpt.of(text));
        };
    }

    private String subject(Row row) throws LineRejection {
        return subjects.checked(rules.subject().read(row), this::subject);
    }

    private String subject(String written) throws LineRejection {
        String text = LINE_BREAKS.matcher(written).replaceAll(" ");
        return MissingValue.is(text)
                ? ""
                : NameRules.requireText(rules.subject().label("subject"), text);
    }
}
