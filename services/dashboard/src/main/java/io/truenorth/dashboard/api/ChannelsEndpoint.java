package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.insight.ChannelContribution;
import io.truenorth.dashboard.insight.Insights;
import io.truenorth.dashboard.insight.Opportunity;
import io.truenorth.dashboard.insight.Opportunity.Bar;
import io.truenorth.dashboard.moves.Moves;
import io.truenorth.dashboard.moves.MovesSource;
import io.truenorth.dashboard.moves.PointChanges;
import io.truenorth.dashboard.moves.PointChanges.Moved;
import io.truenorth.dashboard.scopes.ScopeLabels;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** {@code GET /v1/channels} and {@code /v1/opportunities}: what carries us, what costs us, and what to do about it. */
final class ChannelsEndpoint implements Endpoints {
    private final Insights insights;
    private final MovesSource moves;

    ChannelsEndpoint(Insights insights, MovesSource moves) {
        this.insights = insights;
        this.moves = moves;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/channels", this::answerChannels, Role.VIEWER, QueryParameters.once("days"));
        routes.get("/v1/opportunities", this::answerOpportunities, Role.VIEWER, QueryParameters.once("days"));
    }

    private void answerChannels(Context ctx) {
        int days = new QueryValues(ctx).days(30);
        SortedMap<String, ChannelContribution> snapshots = insights.channels();
        Optional<Moves> moved = moves.points(days);
        long all = snapshots.values().stream()
                .mapToLong(ChannelContribution::microPoints)
                .sum();
        List<Map<String, Object>> channels = snapshots.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().microPoints(), Comparator.<Long>reverseOrder()))
                .map(entry -> channel(entry.getKey(), entry.getValue(), all, moved.map(Moves::points)))
                .toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("days", days);
        moved.ifPresent(known -> {
            document.put("from", ApiText.moment(known.since()));
            document.put("to", ApiText.moment(known.until()));
        });
        document.put("channels", channels);
        Json.answer(ctx, 200, document);
    }

    private static Map<String, Object> channel(
            String name, ChannelContribution snapshot, long all, Optional<PointChanges> moved) {
        Map<String, Object> channel = new LinkedHashMap<>();
        channel.put("channel", name);
        channel.put("label", ScopeLabels.words(name));
        channel.put("points", Points.of(snapshot.microPoints()));
        channel.put("share", all == 0 ? BigDecimal.ZERO : shareOf(snapshot.microPoints(), all));
        channel.put("customers", snapshot.customers());
        channel.put(
                "byStage",
                Arrays.stream(snapshot.byStage()).mapToObj(Points::of).toList());
        moved.ifPresent(points -> {
            putMoved(channel, points.of(name));
            channel.put(
                    "kinds",
                    points.kindsOf(name).entrySet().stream()
                            .map(kind -> kind(kind.getKey(), kind.getValue()))
                            .toList());
        });
        return channel;
    }

    private static BigDecimal shareOf(long part, long whole) {
        return BigDecimal.valueOf(Math.round(1e4 * part / whole), 4);
    }

    private static Map<String, Object> kind(String name, Moved moved) {
        Map<String, Object> kind = new LinkedHashMap<>();
        kind.put("kind", name);
        kind.put("label", ScopeLabels.words(name));
        putMoved(kind, moved);
        return kind;
    }

    private static void putMoved(Map<String, Object> members, Moved moved) {
        members.put("gained", Points.of(moved.gained()));
        members.put("lost", Points.of(moved.lost()));
    }

    private void answerOpportunities(Context ctx) {
        int days = new QueryValues(ctx).days(7);
        Json.answer(
                ctx,
                200,
                Map.of(
                        "opportunities",
                        insights.opportunities(days).stream()
                                .map(ChannelsEndpoint::opportunity)
                                .toList()));
    }

    private static Map<String, Object> opportunity(Opportunity opportunity) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", opportunity.id());
        document.put("kind", opportunity.kind().word());
        document.put("sentence", opportunity.sentence());
        document.put("impact", Points.rounded(opportunity.impact()));
        document.put("customers", opportunity.customers());
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("caption", opportunity.evidence().caption());
        evidence.put(
                "bars",
                opportunity.evidence().bars().stream()
                        .map(ChannelsEndpoint::bar)
                        .toList());
        document.put("evidence", evidence);
        document.put("href", opportunity.href());
        return document;
    }

    private static Map<String, Object> bar(Bar bar) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("label", bar.label());
        document.put("value", Points.precisely(bar.value()));
        if (bar.marked()) {
            document.put("marked", true);
        }
        return document;
    }
}
