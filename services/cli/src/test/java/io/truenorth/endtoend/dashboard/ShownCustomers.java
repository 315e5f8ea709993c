package io.truenorth.endtoend.dashboard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.simulator.ExpectedScores;
import io.truenorth.simulator.SimulatedTouch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What is true of the customers whose touches were sent: what the page has to show. */
final class ShownCustomers {
    private static final ScoringModel MODEL = ScoringModel.standard();

    private final ExpectedScores expected = new ExpectedScores();
    private final List<SimulatedTouch> withRegion = new ArrayList<>();
    private long events;

    void accept(SimulatedTouch touch) {
        expected.accept(touch);
        // A retraction replaces the entry of its event, or the other way round: it is a duplicate.
        events += touch.isRetraction() ? 0 : 1;
        if (touch.attributes().containsKey("region")) {
            withRegion.add(touch);
        }
    }

    /** Returns the number of events without their retractions. */
    long events() {
        return events;
    }

    /** The ids of all customers, once all are joined. */
    Set<String> ids() {
        return expected.customers().keySet();
    }

    Census everybody() {
        return Census.of(snapshots().values());
    }

    /** By region; {@code unset} are those of whom none is known. */
    Map<String, Census> byRegion() {
        Map<String, String> known = new HashMap<>();
        withRegion.forEach(touch ->
                known.put(expected.customer(touch).id(), touch.attributes().get("region")));
        Map<String, List<ScoreSnapshot>> grouped = snapshots().entrySet().stream()
                .collect(groupingBy(
                        snapshot -> known.getOrDefault(snapshot.getKey(), "unset"),
                        TreeMap::new,
                        mapping(Map.Entry::getValue, toList())));
        Map<String, Census> counts = new TreeMap<>();
        grouped.forEach((region, snapshots) -> counts.put(region, Census.of(snapshots)));
        return counts;
    }

    /** Somebody who stands like this. */
    String somebody(Predicate<ScoreSnapshot> like) {
        return snapshots().entrySet().stream()
                .filter(snapshot -> like.test(snapshot.getValue()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** Who stands highest. */
    String best() {
        return snapshots().entrySet().stream()
                .max(Map.Entry.comparingByValue((a, b) -> Long.compare(a.score(), b.score())))
                .orElseThrow()
                .getKey();
    }

    /** Where one stood at a moment, epoch ms. */
    ScoreSnapshot snapshot(String customer, long at) {
        return new RelationshipScoring(MODEL).snapshot(expected.ledgers().get(customer), at);
    }

    private Map<String, ScoreSnapshot> snapshots() {
        return expected.snapshots(MODEL, System.currentTimeMillis());
    }
}
