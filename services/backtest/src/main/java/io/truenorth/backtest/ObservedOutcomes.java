package io.truenorth.backtest;

import io.truenorth.relationship.ledger.DayCells;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.CellValue;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the customers of a cohort did in the outcome window, in the order of the cohort.
 *
 * @param occurred whether the outcome occurred
 * @param counts the number of days with the outcome, or the number on a list
 * @param spend money of the window in minor units, whatever the outcome
 */
@SuppressWarnings("ArrayRecordComponent") // Read in inner loops, and not compared.
public record ObservedOutcomes(boolean[] occurred, double[] counts, double[] spend) {

    /**
     * Observes the outcomes of a cohort.
     *
     * @param least how many customers with the outcome there have to be, and how many without
     * @throws UndefinedOutcomeException if there are fewer
     */
    public static ObservedOutcomes of(Cohort cohort, OutcomeRule rule, ScoringModel model, int least) {
        ObservedOutcomes outcomes = of(cohort, rule, model);
        int positives = outcomes.positives();
        if (positives < least || cohort.size() - positives < least) {
            throw UndefinedOutcomeException.tooFew(rule.description(), least, positives, cohort);
        }
        return outcomes;
    }

    static ObservedOutcomes of(Cohort cohort, OutcomeRule rule, ScoringModel model) {
        int size = cohort.size();
        double[] counts = new double[size];
        double[] spend = new double[size];
        IntStream.range(0, size).parallel().forEach(i -> {
            Observation observation = new Observation(rule, model);
            RelationshipLedger ledger = cohort.ledgers().get(i);
            ledger.forEachDay(cohort.window().firstDay(), cohort.window().lastDay(), observation::add);
            counts[i] = rule instanceof OutcomeRule.Listed listed
                    ? listed.counts().getOrDefault(cohort.customers().get(i), 0.0)
                    : observation.days;
            spend[i] = observation.spend;
        });
        boolean[] occurred = new boolean[size];
        for (int i = 0; i < size; i++) {
            occurred[i] = counts[i] > 0;
        }
        return new ObservedOutcomes(occurred, counts, spend);
    }

    /** One customer's days. */
    private static final class Observation {
        private final OutcomeRule rule;
        private final ScoringModel model;
        private int days;
        private double spend;

        Observation(OutcomeRule rule, ScoringModel model) {
            this.rule = rule;
            this.model = model;
        }

        void add(DayCells day) {
            boolean isOn = (rule instanceof OutcomeRule.TouchOf touch && touch.isOn(day))
                    || (rule instanceof OutcomeRule.Activity activity && activity.isOn(day));
            if (isOn) {
                days++;
            }
            for (int cell = 0; cell < day.size(); cell++) {
                spend += CellValue.money(
                        day, cell, model.kinds().of(day.category(cell).kind()));
            }
        }
    }

    /** Returns the number of customers with the outcome. */
    public int positives() {
        int positives = 0;
        for (boolean one : occurred) {
            positives += one ? 1 : 0;
        }
        return positives;
    }

    /** Returns whether any customer spent money in the window. */
    public boolean hasSpend() {
        return Arrays.stream(spend).anyMatch(amount -> amount != 0);
    }
}
