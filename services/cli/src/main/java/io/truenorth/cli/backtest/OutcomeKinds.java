package io.truenorth.cli.backtest;

import io.truenorth.backtest.OutcomeRule;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.NameSuggestions;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Outcomes that are kinds of touch of a history: {@code purchase}, or {@code purchase,coupon_redeemed}. */
final class OutcomeKinds {

    private static final int MOST_NEAR_NAMES = 3;

    private OutcomeKinds() {}

    /**
     * The rule for the value of the option; that a customer was active again, without one.
     *
     * @throws CommandFailure if no customer of the histories ever made a touch of a kind
     */
    static OutcomeRule rule(Optional<String> kinds, Collection<RelationshipLedger> ledgers, ScoringModel model) {
        if (kinds.isEmpty()) {
            return new OutcomeRule.Activity(model);
        }
        Set<String> known = known(ledgers);
        List<String> given = List.of(kinds.get().split(",", -1));
        given.forEach(kind -> requireKnown(kind, known));
        return new OutcomeRule.TouchOf(Set.copyOf(given));
    }

    private static void requireKnown(String kind, Set<String> known) {
        if (!known.contains(kind)) {
            List<String> near = NameSuggestions.of(kind, known, MOST_NEAR_NAMES);
            throw new CommandFailure("--outcome: no customer of the history has a touch of kind " + Excerpt.of(kind)
                    + (near.isEmpty() ? "" : ", did you mean " + String.join(" or ", near) + "?"));
        }
    }

    private static Set<String> known(Collection<RelationshipLedger> ledgers) {
        Set<String> kinds = new TreeSet<>();
        ledgers.forEach(ledger -> ledger.forEachCell(cell -> {
            if (cell.inbound() > 0) {
                kinds.add(cell.kind());
            }
        }));
        return kinds;
    }
}
