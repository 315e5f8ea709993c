package io.truenorth.endtoend.dashboard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.simulator.ExpectedScores;
import io.truenorth.simulator.SimulatedTouch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What is true of the customers whose touches were sent: what the page has to show. */
final class ShownCustomers {
    private static final ScoringModel MODEL = ScoringModel.standard();

    private final ExpectedScores expected = new ExpectedScores();
    private final Map<String, String> regions = new HashMap<>();
    private long events;

    void accept(SimulatedTouch touch) {
        expected.accept(touch);
        // A retraction replaces the entry of its event, or the other way round: it is a duplicate.
        events += touch.isRetraction() ? 0 : 1;
        if (touch.attributes().containsKey("region")) {
            regions.put(touch.customer().key(), touch.attributes().get("region"));
        }
    }

    /** Returns the number of events without their retractions. */
    long events() {
        return events;
    }

    Census everybody() {
        return Census.of(snapshots().values());
    }

    /** By region; {@code unset} are those of whom none is known. */
    Map<String, Census> byRegion() {
        Map<String, List<ScoreSnapshot>> grouped = snapshots().entrySet().stream()
                .collect(groupingBy(
                        snapshot -> regions.getOrDefault(snapshot.getKey(), "unset"),
                        TreeMap::new,
                        mapping(Map.Entry::getValue, toList())));
        Map<String, Census> regions = new TreeMap<>();
        grouped.forEach((region, snapshots) -> regions.put(region, Census.of(snapshots)));
        return regions;
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
