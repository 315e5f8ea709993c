package io.truenorth.dashboard.api;

import io.truenorth.dashboard.insight.Hrefs;
import io.truenorth.dashboard.insight.Insights;
import io.truenorth.dashboard.insight.Sentences;
import io.truenorth.schemas.ScopeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed in a scope, in sentences. */
final class Changes {
    private static final int MOST_OPPORTUNITIES = 2;

    private final String scope;
    private final int days;
    private final Optional<FlowDocument> flow;
    private final Insights insights;

    Changes(String scope, int days, Optional<FlowDocument> flow, Insights insights) {
        this.scope = scope;
        this.days = days;
        this.flow = flow;
        this.insights = insights;
    }

    List<Map<String, Object>> documents() {
        String within = scope.equals(ScopeNames.ALL) ? "" : "&scope=" + Hrefs.escaped(scope);
        List<Map<String, Object>> changes = new ArrayList<>();
        flow.ifPresent(moved -> addMoves(moved, changes, within));
        if (scope.equals(ScopeNames.ALL)) {
            insights.opportunities(days).stream()
                    .limit(MOST_OPPORTUNITIES)
                    .forEach(opportunity -> changes.add(change(opportunity.sentence(), opportunity.href())));
        }
        return changes;
    }

    private void addMoves(FlowDocument moved, List<Map<String, Object>> changes, String within) {
        if (moved.newAdvocates() > 0) {
            changes.add(change(
                    Sentences.number(moved.newAdvocates()) + " became advocates " + Sentences.period(days) + ".",
                    "/customers?stage=advocate&risen=true&days=" + days + within));
        }
        if (moved.down() > 0) {
            changes.add(change(
                    Sentences.number(moved.down()) + " slipped a stage " + Sentences.period(days) + ".",
                    "/customers?slipped=true&days=" + days + within));
        }
    }

    private static Map<String, Object> change(String sentence, String href) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("sentence", sentence);
        change.put("href", href);
        return change;
    }
}
