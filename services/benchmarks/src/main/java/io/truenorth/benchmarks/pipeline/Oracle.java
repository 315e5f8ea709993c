package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import java.util.HashMap;
import java.util.Map;

/** What must have become of the backlog. It sees each touchpoint once, before any contender does. */
final class Oracle {
    private final Scores scoring = new Scores();
    private final Map<String, Relationship> relationships = new HashMap<>();
    private long touches;

    void fold(String customer, Touchpoint touchpoint) {
        relationships.computeIfAbsent(customer, name -> new Relationship()).fold(touchpoint);
        touches++;
    }

    int customers() {
        return relationships.size();
    }

    /**
     * Checks what a contender published last of each customer: every touch is in it once, and it is the very record that
     * the customer's ledger gives at the record's own moment.
     *
     * @throws BenchmarkFailedException if it is not so
     */
    void check(String contender, Map<String, RelationshipScore> published) {
        if (published.size() != relationships.size()) {
            throw new BenchmarkFailedException(contender + " published scores of " + published.size()
                    + " customers, expected " + relationships.size());
        }
        long counted = published.values().stream()
                .mapToLong(score -> score.getInboundTouches() + score.getOutboundTouches())
                .sum();
        if (counted != touches) {
            throw new BenchmarkFailedException(
                    contender + " counted " + counted + " touches, expected " + touches + ": it lost or doubled some");
        }
        relationships.forEach((customer, relationship) -> check(contender, customer, relationship, published));
    }

    private void check(
            String contender, String customer, Relationship relationship, Map<String, RelationshipScore> published) {
        RelationshipScore found = published.get(customer);
        if (found == null) {
            throw new BenchmarkFailedException(contender + " published no score of " + customer);
        }
        RelationshipScore expected = scoring.score(customer, relationship, found.getScoredAt());
        // What is new depends on what a commit happened to hold.
        expected.setEarliestChangeAt(found.getEarliestChangeAt());
        if (!expected.equals(found)) {
            throw new BenchmarkFailedException(
                    contender + " published " + found + ", expected " + expected + " of the same moment");
        }
    }
}
