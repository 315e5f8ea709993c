package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.documents.NameSuggestions;
import io.truenorth.identity.MissingValue;
import io.truenorth.identity.Placeholder;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.AnswerScale;
import io.truenorth.relationship.model.ScoringModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Makes an event of a row, or says which column is to blame and what it should hold. */
final class HistoryEventReader {

    private static final BigDecimal MAX_VALUE_MINOR = BigDecimal.valueOf(Touch.MAX_VALUE_MINOR);

    private final FieldRules rules;
    private final ScoringModel model;
    private final CustomerNames customers;
    private final long now;
    private final EventIds ids;

    /** Channels, kinds and subjects repeat on every line; one copy of each is kept. */
    private final Map<String, String> names = new HashMap<>();

    /** @param now when the history arrives, epoch ms */
    HistoryEventReader(FieldRules rules, ScoringModel model, CustomerNames customers, long now, EventIds ids) {
        this.rules = rules;
        this.model = model;
        this.customers = customers;
        this.now = now;
        this.ids = ids;
    }

    HistoryEvent read(Row row) throws LineRejection {
        String customer = customer(row);
        String time = row.get(rules.time().column());
        long written = time(time);
        HistoryEvent event = new HistoryEvent(
                "",
                customer,
                admitted(written, time),
                once(said(row, rules.channel(), "channel")),
                once(kind(row)),
                direction(row),
                sentiment(row),
                value(row),
                once(subject(row)));
        return withId(event, ids.next(event, written));
    }

    private static HistoryEvent withId(HistoryEvent event, String id) {
        return new HistoryEvent(
                id,
                event.customer(),
                event.occurredAt(),
                event.channel(),
                event.kind(),
                event.direction(),
                event.sentiment(),
                event.valueMinor(),
                event.subject());
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
                    label(rules.kind(), "kind"), "a kind of the model " + model.id(), Excerpt.of(kind) + near);
        }
        return kind;
    }

    private Direction direction(Row row) throws LineRejection {
        String text = rules.direction().read(row);
        return switch (text) {
            case "in" -> Direction.INBOUND;
            case "out" -> Direction.OUTBOUND;
            default -> throw new LineRejection(label(rules.direction(), "direction"), "in or out", Excerpt.of(text));
        };
    }

    private OptionalDouble sentiment(Row row) throws LineRejection {
        String text = rules.sentiment().read(row);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        Optional<AnswerScale> scale = rules.scale();
        return OptionalDouble.of(scale.isPresent() ? answer(text, scale.get()) : plainSentiment(text));
    }

    private double plainSentiment(String text) throws LineRejection {
        double sentiment = DecimalText.parse(text).map(BigDecimal::doubleValue).orElse(Double.NaN);
        if (!(sentiment >= -1 && sentiment <= 1)) {
            throw new LineRejection(
                    label(rules.sentiment(), "sentiment"), "a number from -1 to 1 or nothing", Excerpt.of(text));
        }
        return sentiment;
    }

    private double answer(String text, AnswerScale scale) throws LineRejection {
        Optional<Sentiment> sentiment = DecimalText.parse(text)
                .filter(number -> number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .flatMap(number -> scale.sentimentOf(number.intValue()));
        if (sentiment.isEmpty()) {
            int last = scale.ranges().size() - 1;
            String expected = "a whole answer from " + scale.ranges().get(0).from() + " to "
                    + scale.ranges().get(last).to() + " or nothing";
            throw new LineRejection(label(rules.sentiment(), "sentiment"), expected, Excerpt.of(text));
        }
        return switch (sentiment.get()) {
            case POSITIVE -> 1;
            case NEGATIVE -> -1;
            case NEUTRAL, NONE -> 0;
        };
    }

    private OptionalLong value(Row row) throws LineRejection {
        String text = rules.value().read(row);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        String column = label(rules.value(), "value");
        BigDecimal minor = DecimalText.parse(text)
                .orElseThrow(() -> new LineRejection(column, "a decimal number or nothing", Excerpt.of(text)))
                .movePointRight(rules.minorUnits() ? 0 : 2);
        if (minor.abs().compareTo(MAX_VALUE_MINOR) > 0) {
            BigDecimal most = MAX_VALUE_MINOR.movePointLeft(rules.minorUnits() ? 0 : 2);
            throw new LineRejection(
                    column, "a value within ±" + most.stripTrailingZeros().toPlainString(), Excerpt.of(text));
        }
        return OptionalLong.of(minor.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }

    private String customer(Row row) throws LineRejection {
        String column = label(rules.customer(), "customer");
        String customer = NameRules.requireIdentity(column, rules.customer().read(row));
        Optional<Placeholder> nobody = customers.nobody(customer);
        if (nobody.isPresent()) {
            throw new LineRejection(
                    column, "the id of somebody, not " + nobody.get().inWords(), Excerpt.of(customer));
        }
        return customer;
    }

    private String said(Row row, HistoryTextRule rule, String field) throws LineRejection {
        String column = label(rule, field);
        String name = NameRules.requireName(column, rule.read(row));
        if (MissingValue.is(name)) {
            throw new LineRejection(column, "a name, not a program's word for a missing value", Excerpt.of(name));
        }
        return name;
    }

    private String subject(Row row) throws LineRejection {
        String subject = rules.subject().read(row);
        return MissingValue.is(subject) ? "" : NameRules.requireText(label(rules.subject(), "subject"), subject);
    }

    private static String label(HistoryTextRule rule, String field) {
        return rule.column().orElse(field);
    }
}
