package io.truenorth.streams.query;

import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.Explanation.ChannelShare;
import io.truenorth.relationship.score.Explanation.DimensionShare;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.Stage;
import io.truenorth.streams.customer.CustomerView;
import io.truenorth.streams.customer.Movement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** How a customer is written as JSON. Amounts are micro-points (1 point = 1 000 000), moments ISO 8601 in UTC. */
final class CustomerDocument {
    private CustomerDocument() {}

    static Map<String, Object> of(CustomerView view) {
        Explanation explanation = view.explanation();
        ScoreSnapshot snapshot = explanation.snapshot();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("customer", view.customer());
        document.put("asOf", Moment.written(snapshot.asOf()));
        document.put("score", snapshot.score());
        document.put("wholePoints", snapshot.wholePoints());
        document.put("stage", name(snapshot.stage()));
        document.put("contributions", contributions(snapshot.contributions()));
        document.put("advocacyMass", snapshot.advocacyMass());
        document.put("advocacyMassBySubject", explanation.advocacyMassBySubject());
        document.put("detractorRisk", snapshot.detractorRisk());
        document.put("detractor", snapshot.detractor());
        document.put("departures", departures(snapshot));
        document.put(
                "explanation",
                explanation.dimensions().stream()
                        .map(CustomerDocument::dimension)
                        .toList());
        document.put("trend", trend(view, snapshot));
        putMoment(document, "nextDrop", view.nextDrop());
        putMoment(document, "nextFallOfStage", view.nextFallOfStage());
        document.put("attributes", view.attributes());
        return document;
    }

    /** A customer in the form of {@code truenorth score}. */
    static Map<String, Object> line(String customer, ScoreSnapshot snapshot) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("customer", customer);
        line.put("score", snapshot.score());
        line.putAll(contributions(snapshot.contributions()));
        line.put("advocacyMass", snapshot.advocacyMass());
        line.put("detractorRisk", snapshot.detractorRisk());
        line.put("detractor", snapshot.detractor());
        line.put("stage", name(snapshot.stage()));
        line.put("departures", departures(snapshot));
        return line;
    }

    private static List<Map<String, Object>> departures(ScoreSnapshot snapshot) {
        return snapshot.lastDeparture().stream()
                .map(last -> {
                    Map<String, Object> departure = new LinkedHashMap<>();
                    departure.put("channel", last.channel());
                    departure.put("kind", last.kind());
                    departure.put("day", LocalDate.ofEpochDay(last.day()).toString());
                    return departure;
                })
                .toList();
    }

    /** Where the customer stood before, and by which channel and kind how many micro-points were gained or lost since. */
    static void putMovement(Map<String, Object> line, Movement movement) {
        movement.before().ifPresent(snapshot -> {
            Map<String, Object> before = new LinkedHashMap<>();
            before.put("score", snapshot.score());
            before.put("stage", name(snapshot.stage()));
            line.put("before", before);
        });
        Map<String, Map<String, Long>> moved = new LinkedHashMap<>();
        movement.kinds()
                .forEach((where, microPoints) -> moved.computeIfAbsent(where.channel(), first -> new LinkedHashMap<>())
                        .put(where.kind(), microPoints));
        line.put("moved", moved);
    }

    private static Map<String, Object> contributions(Contributions contributions) {
        Map<String, Object> byDimension = new LinkedHashMap<>();
        for (Dimension dimension : Dimension.values()) {
            byDimension.put(name(dimension), contributions.of(dimension));
        }
        return byDimension;
    }

    private static Map<String, Object> dimension(DimensionShare share) {
        Map<String, Object> dimension = new LinkedHashMap<>();
        dimension.put("dimension", name(share.dimension()));
        dimension.put("microPoints", share.microPoints());
        dimension.put(
                "channels",
                share.channels().stream().map(CustomerDocument::channel).toList());
        return dimension;
    }

    private static Map<String, Object> channel(ChannelShare share) {
        Map<String, Object> channel = new LinkedHashMap<>();
        channel.put("channel", share.channel());
        channel.put("microPoints", share.microPoints());
        Map<String, Object> kinds = new LinkedHashMap<>();
        share.kinds().forEach(kind -> kinds.put(kind.kind(), kind.microPoints()));
        channel.put("kinds", kinds);
        return channel;
    }

    private static List<Map<String, Object>> trend(CustomerView view, ScoreSnapshot now) {
        return view.trend().stream()
                .map(past -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("daysAgo", past.daysAgo());
                    entry.put("score", past.snapshot().score());
                    entry.put("stage", name(past.snapshot().stage()));
                    entry.put("change", now.score() - past.snapshot().score());
                    return entry;
                })
                .toList();
    }

    private static void putMoment(Map<String, Object> document, String name, OptionalLong moment) {
        moment.ifPresent(at -> document.put(name, Moment.written(at)));
    }

    private static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static String name(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }
}
