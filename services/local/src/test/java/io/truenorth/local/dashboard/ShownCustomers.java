package io.truenorth.local.dashboard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.Standing;
import io.truenorth.simulator.SimulatedTouch;
import io.truenorth.simulator.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What is true of the customers whose touches were sent: what the page has to show. */
final class ShownCustomers {
    private static final ScoringModel MODEL = ScoringModel.standard();

    private final Truth truth = new Truth();
    private final Map<String, String> regions = new HashMap<>();
    private long touches;

    void accept(SimulatedTouch touch) {
        truth.accept(touch);
        touches++;
        if (touch.attributes().containsKey("region")) {
            regions.put(touch.customer().key(), touch.attributes().get("region"));
        }
    }

    long touches() {
        return touches;
    }

    Census everybody() {
        return Census.of(standings().values());
    }

    /** By region; {@code unset} are those of whom none is known. */
    Map<String, Census> byRegion() {
        Map<String, List<Standing>> grouped = standings().entrySet().stream()
                .collect(groupingBy(
                        standing -> regions.getOrDefault(standing.getKey(), "unset"),
                        TreeMap::new,
                        mapping(Map.Entry::getValue, toList())));
        Map<String, Census> regions = new TreeMap<>();
        grouped.forEach((region, standings) -> regions.put(region, Census.of(standings)));
        return regions;
    }

    /** Somebody who stands like this. */
    String somebody(Predicate<Standing> like) {
        return standings().entrySet().stream()
                .filter(standing -> like.test(standing.getValue()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** Who stands highest. */
    String best() {
        return standings().entrySet().stream()
                .max(Map.Entry.comparingByValue((a, b) -> Long.compare(a.score(), b.score())))
                .orElseThrow()
                .getKey();
    }

    /** Where one stood at a moment, epoch ms. */
    Standing standing(String customer, long at) {
        return new RelationshipScoring(MODEL).standing(truth.ledgers().get(customer), at);
    }

    private Map<String, Standing> standings() {
        return truth.standings(MODEL, System.currentTimeMillis());
    }
}
