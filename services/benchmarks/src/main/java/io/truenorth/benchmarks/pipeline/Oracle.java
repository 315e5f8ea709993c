package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.contender.Relationship;
import io.truenorth.benchmarks.contender.Scores;
import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.load.TouchpointWriter;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The expected results of a load: it is given each touchpoint that is written. */
final class Oracle {
    private final Scores scoring = new Scores();
    private final Map<String, Relationship> relationships = new HashMap<>();
    private final Map<String, Integer> touches = new HashMap<>();
    private final @Nullable Oracle history;

    Oracle() {
        this(null);
    }

    private Oracle(@Nullable Oracle history) {
        this.history = history;
    }

    /** Returns an oracle of the same touchpoints; what it is given does not change this one. */
    Oracle fork() {
        return new Oracle(this);
    }

    void fold(Touchpoint touchpoint) {
        String customer = TouchpointWriter.customer(touchpoint);
        if (relationships.computeIfAbsent(customer, this::copy).fold(touchpoint)) {
            touches.put(customer, touches(customer) + 1);
        }
    }

    private Relationship copy(String customer) {
        Relationship past = history == null ? null : history.relationships.get(customer);
        return past == null ? new Relationship() : Relationship.fromBytes(past.toBytes());
    }

    /** Returns the number of a customer's touches. */
    int touches(String customer) {
        Integer own = touches.get(customer);
        if (own != null) {
            return own;
        }
        return history == null ? 0 : history.touches(customer);
    }

    int customers() {
        return history == null
                ? relationships.size()
                : history.customers()
                        + (int) relationships.keySet().stream()
                                .filter(customer -> !history.relationships.containsKey(customer))
                                .count();
    }

    /** Returns whether each customer has a score, and each touch is in one, as far as their numbers tell. */
    boolean isComplete(Iterable<RelationshipScore> latest) {
        long scored = 0;
        long counted = 0;
        for (RelationshipScore score : latest) {
            scored++;
            counted += score.getInboundTouches() + score.getOutboundTouches();
        }
        return scored == customers() && counted == allTouches();
    }

    private long allTouches() {
        long sum = history == null ? 0 : history.allTouches();
        for (Map.Entry<String, Integer> customer : touches.entrySet()) {
            sum += customer.getValue() - (history == null ? 0 : history.touches(customer.getKey()));
        }
        return sum;
    }

    /**
     * Checks the latest score of each customer: it is the record that the customer's touches give at its own time, so
     * that every touch is in it once.
     *
     * @throws BenchmarkFailedException if it is not
     */
    void check(Iterable<RelationshipScore> latest) {
        latest.forEach(this::check);
        if (!isComplete(latest)) {
            throw new BenchmarkFailedException(
                    "expected scores of " + customers() + " customers with " + allTouches() + " touches in all");
        }
    }

    private void check(RelationshipScore found) {
        String customer = found.getCustomer();
        Relationship relationship = relationships.get(customer);
        if (relationship == null && history != null) {
            history.check(found);
            return;
        }
        if (relationship == null) {
            throw new BenchmarkFailedException("published a score of " + customer + ", who has no touches");
        }
        RelationshipScore expected = scoring.score(customer, relationship, found.getScoredAt());
        // What has changed since the previous score depends on what a commit happened to include.
        expected.setEarliestChangeAt(found.getEarliestChangeAt());
        if (!expected.equals(found)) {
            throw new BenchmarkFailedException("published " + found + ", expected " + expected + " at the same time");
        }
    }
}
