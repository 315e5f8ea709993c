package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.api.response.ChannelsResponse;
import io.truenorth.dashboard.api.response.ChannelsResponse.Channel;
import io.truenorth.dashboard.api.response.ChannelsResponse.Kind;
import io.truenorth.dashboard.api.response.OpportunitiesResponse;
import io.truenorth.dashboard.api.response.OpportunitiesResponse.Bar;
import io.truenorth.dashboard.api.response.OpportunitiesResponse.Evidence;
import io.truenorth.dashboard.api.response.OpportunitiesResponse.OpportunityEntry;
import io.truenorth.dashboard.insight.ChannelTotals;
import io.truenorth.dashboard.insight.Insights;
import io.truenorth.dashboard.insight.Opportunity;
import io.truenorth.dashboard.moves.Moves;
import io.truenorth.dashboard.moves.MovesSource;
import io.truenorth.dashboard.moves.PointChanges;
import io.truenorth.dashboard.moves.PointChanges.Moved;
import io.truenorth.dashboard.scopes.ScopeLabels;
import io.truenorth.query.ApiJson;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
        SortedMap<String, ChannelTotals> totals = insights.channels();
        Optional<Moves> moved = moves.points(days);
        long all =
                totals.values().stream().mapToLong(ChannelTotals::microPoints).sum();
        List<Channel> channels = totals.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().microPoints(), Comparator.<Long>reverseOrder()))
                .map(entry -> channel(entry.getKey(), entry.getValue(), all, moved.map(Moves::points)))
                .toList();
        ChannelsResponse response = new ChannelsResponse(
                days,
                moved.map(known -> Instant.ofEpochMilli(known.since())),
                moved.map(known -> Instant.ofEpochMilli(known.until())),
                channels);
        Json.answer(ctx, ApiJson.write(response));
    }

    private static Channel channel(String name, ChannelTotals totals, long all, Optional<PointChanges> moved) {
        Optional<Moved> changed = moved.map(points -> points.of(name));
        return new Channel(
                name,
                ScopeLabels.words(name),
                Points.of(totals.microPoints()),
                all == 0 ? BigDecimal.ZERO : shareOf(totals.microPoints(), all),
                totals.customers(),
                Arrays.stream(totals.byStage()).mapToObj(Points::of).toList(),
                changed.map(points -> Points.of(points.gained())),
                changed.map(points -> Points.of(points.lost())),
                moved.map(points -> points.kindsOf(name).entrySet().stream()
                        .map(kind -> kind(kind.getKey(), kind.getValue()))
                        .toList()));
    }

    private static BigDecimal shareOf(long part, long whole) {
        return BigDecimal.valueOf(Math.round(1e4 * part / whole), 4);
    }

    private static Kind kind(String name, Moved moved) {
        return new Kind(name, ScopeLabels.words(name), Points.of(moved.gained()), Points.of(moved.lost()));
    }

    private void answerOpportunities(Context ctx) {
        int days = new QueryValues(ctx).days(7);
        OpportunitiesResponse response = new OpportunitiesResponse(insights.opportunities(days).stream()
                .map(ChannelsEndpoint::opportunity)
                .toList());
        Json.answer(ctx, ApiJson.write(response));
    }

    private static OpportunityEntry opportunity(Opportunity opportunity) {
        return new OpportunityEntry(
                opportunity.id(),
                opportunity.kind().word(),
                opportunity.sentence(),
                Points.rounded(opportunity.impact()),
                opportunity.customers(),
                new Evidence(
                        opportunity.evidence().caption(),
                        opportunity.evidence().bars().stream()
                                .map(ChannelsEndpoint::bar)
                                .toList()),
                opportunity.href());
    }

    private static Bar bar(Opportunity.Bar bar) {
        return new Bar(bar.label(), Points.precisely(bar.value()), bar.marked() ? Optional.of(true) : Optional.empty());
    }
}
