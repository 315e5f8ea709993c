package io.truenorth.dashboard.api;

import io.truenorth.dashboard.api.response.FlowResponse;
import io.truenorth.dashboard.api.response.OverviewResponse.Change;
import io.truenorth.dashboard.insight.Hrefs;
import io.truenorth.dashboard.insight.Insights;
import io.truenorth.dashboard.insight.Sentences;
import io.truenorth.schemas.ScopeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changed in a scope, in sentences. */
final class Changes {
    private static final int MOST_OPPORTUNITIES = 2;

    private final String scope;
    private final int days;
    private final Optional<FlowResponse> flow;
    private final Insights insights;

    Changes(String scope, int days, Optional<FlowResponse> flow, Insights insights) {
        this.scope = scope;
        this.days = days;
        this.flow = flow;
        this.insights = insights;
    }

    List<Change> sentences() {
        String within = scope.equals(ScopeNames.ALL) ? "" : "&scope=" + Hrefs.escaped(scope);
        List<Change> changes = new ArrayList<>();
        flow.ifPresent(moved -> addMoves(moved, changes, within));
        if (scope.equals(ScopeNames.ALL)) {
            insights.opportunities(days).stream()
                    .limit(MOST_OPPORTUNITIES)
                    .forEach(opportunity -> changes.add(new Change(opportunity.sentence(), opportunity.href())));
        }
        return changes;
    }

    private void addMoves(FlowResponse moved, List<Change> changes, String within) {
        if (moved.newAdvocates() > 0) {
            changes.add(new Change(
                    Sentences.customers(moved.newAdvocates()) + " became advocates " + Sentences.period(days) + ".",
                    "/customers?stage=advocate&risen=true&days=" + days + within));
        }
        if (moved.down() > 0) {
            changes.add(new Change(
                    Sentences.customers(moved.down()) + " moved down " + Sentences.period(days) + ".",
                    "/customers?slipped=true&days=" + days + within));
        }
    }
}
