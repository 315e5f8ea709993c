package io.truenorth.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One customer as the page wants it, from what the streams service says. Amounts become points, exactly. */
final class CustomerDetail {
    private static final long AWARE_FLOOR = 0;

    private final JsonNode customer;
    private final JsonNode history;
    private final JsonNode model;

    CustomerDetail(JsonNode customer, JsonNode history, JsonNode model) {
        this.customer = customer;
        this.history = history;
        this.model = model;
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", customer.path("customer").asText());
        members.put("at", customer.path("asOf").asText());
        members.put("points", points(customer.path("score")));
        members.put("stage", customer.path("stage").asText());
        members.put("detractor", customer.path("detractor").asBoolean());
        members.put("risk", customer.path("detractorRisk").asDouble());
        members.put("advocacy", customer.path("advocacyMass").asDouble());
        members.put("departures", customer.path("departures"));
        members.put("attributes", customer.path("attributes"));
        members.put("stageFloors", stageFloors());
        members.put("contributions", list(customer.path("explanation"), this::contribution));
        members.put("trend", list(customer.path("trend"), CustomerDetail::trend));
        members.put("next", next());
        members.put("advocacyBySubject", advocacy());
        members.put("curve", list(history.path("curve"), CustomerDetail::curvePoint));
        members.put("touches", touches());
        return members;
    }

    private List<Map<String, Object>> stageFloors() {
        List<Map<String, Object>> floors = new ArrayList<>();
        floors.add(floor("aware", AWARE_FLOOR));
        model.path("stages")
                .forEach(stage -> floors.add(
                        floor(stage.path("stage").asText(), stage.path("up").asLong())));
        return floors;
    }

    private static Map<String, Object> floor(String stage, long microPoints) {
        return ordered("stage", stage, "points", Points.of(microPoints));
    }

    private Map<String, Object> contribution(JsonNode share) {
        String dimension = share.path("dimension").asText();
        Map<String, Object> contribution = ordered("dimension", dimension, "points", points(share.path("microPoints")));
        contribution.put("of", points(model.path("maxima").path(dimension)));
        contribution.put("channels", list(share.path("channels"), CustomerDetail::channel));
        return contribution;
    }

    private static Map<String, Object> channel(JsonNode share) {
        List<Map<String, Object>> kinds = new ArrayList<>();
        share.path("kinds")
                .properties()
                .forEach(kind -> kinds.add(ordered("kind", kind.getKey(), "points", points(kind.getValue()))));
        Map<String, Object> channel =
                ordered("channel", share.path("channel").asText(), "points", points(share.path("microPoints")));
        channel.put("kinds", kinds);
        return channel;
    }

    private static Map<String, Object> trend(JsonNode past) {
        Map<String, Object> trend = ordered("days", past.path("daysAgo").asInt(), "points", points(past.path("score")));
        trend.put("stage", past.path("stage").asText());
        trend.put("change", points(past.path("change")));
        return trend;
    }

    private List<Map<String, Object>> next() {
        List<Map<String, Object>> next = new ArrayList<>();
        if (customer.has("nextDrop")) {
            next.add(ordered(
                    "at",
                    customer.path("nextDrop").asText(),
                    "what",
                    "falls below " + customer.path("wholePoints").asInt() + " points"));
        }
        if (customer.has("nextFallOfStage")) {
            next.add(ordered(
                    "at",
                    customer.path("nextFallOfStage").asText(),
                    "what",
                    "leaves " + customer.path("stage").asText()));
        }
        return next;
    }

    private List<Map<String, Object>> advocacy() {
        List<Map<String, Object>> subjects = new ArrayList<>();
        customer.path("advocacyMassBySubject")
                .properties()
                .forEach(subject -> subjects.add(ordered(
                        "subject", subject.getKey(), "mass", subject.getValue().asDouble())));
        return subjects;
    }

    private static Map<String, Object> curvePoint(JsonNode point) {
        Map<String, Object> written = ordered("at", point.path("at").asText(), "points", points(point.path("score")));
        written.put("stage", point.path("stage").asText());
        return written;
    }

    /** A cell has both directions; a touch has one. */
    private List<Map<String, Object>> touches() {
        List<Map<String, Object>> touches = new ArrayList<>();
        for (JsonNode cell : history.path("cells")) {
            addTouch(touches, cell, "in");
            addTouch(touches, cell, "out");
        }
        return touches;
    }

    private static void addTouch(List<Map<String, Object>> touches, JsonNode cell, String direction) {
        long count = cell.path(direction).asLong();
        if (count != 0) {
            Map<String, Object> touch = ordered(
                    "day",
                    cell.path("day").asText(),
                    "channel",
                    cell.path("channel").asText());
            touch.put("kind", cell.path("kind").asText());
            touch.put("direction", direction);
            touch.put("count", count);
            touches.add(touch);
        }
    }

    private static Object points(JsonNode microPoints) {
        return Points.of(microPoints.asLong());
    }

    private static List<Map<String, Object>> list(JsonNode array, Function<JsonNode, Map<String, Object>> mapping) {
        List<Map<String, Object>> list = new ArrayList<>();
        array.forEach(node -> list.add(mapping.apply(node)));
        return list;
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(first, one);
        members.put(second, other);
        return members;
    }
}
