package io.truenorth.backtest;

import io.truenorth.relationship.ledger.DayCells;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.CellValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Decides which customers had the outcome that is to be predicted. */
public sealed interface OutcomeRule {

    /**
     * The customer made a touch of one of some kinds, such as a purchase.
     *
     * @param kinds at least one
     */
    record TouchOf(Set<String> kinds) implements OutcomeRule {
        public TouchOf {
            kinds = Set.copyOf(kinds);
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException("expected at least one kind");
            }
        }

        boolean isOn(DayCells day) {
            for (int cell = 0; cell < day.size(); cell++) {
                if (day.inbound(cell) > 0 && kinds.contains(day.category(cell).kind())) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String description() {
            return String.join(" or ", new TreeSet<>(kinds));
        }
    }

    /**
     * The customer was active on some channel, by the meaning that a model gives to kinds.
     *
     * @param model which kinds are engagement
     */
    record Activity(ScoringModel model) implements OutcomeRule {
        boolean isOn(DayCells day) {
            for (int cell = 0; cell < day.size(); cell++) {
                String kind = day.category(cell).kind();
                if (CellValue.isActive(day, cell, model.kinds().of(kind))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String description() {
            return "active again";
        }
    }

    /**
     * The customer is on a list, such as the answers to a campaign.
     *
     * @param counts how often each customer had the outcome, above 0; customers without an entry did not have it
     */
    record Listed(Map<String, Double> counts) implements OutcomeRule {
        public Listed {
            counts = Map.copyOf(counts);
        }

        @Override
        public String description() {
            return "on the list";
        }
    }

    /** Returns the outcome in a few words, as a predicate of customers. */
    String description();
}
