package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.Principal;
import io.truenorth.dashboard.access.Role;
import io.truenorth.dashboard.api.response.ScopeSummary;
import io.truenorth.dashboard.api.response.SearchResponse;
import io.truenorth.dashboard.api.response.SearchResponse.CustomerMatch;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.identity.PublishedIdentities;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.query.ApiJson;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.QueryParameters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code GET /v1/search?q=}: scopes by name, and customers by any of their identities for analysts. */
final class SearchEndpoint implements Endpoints {
    private static final int MOST = 10;

    private final Customers customers;
    private final PublishedIdentities identities;
    private final Snapshots snapshots;
    private final AuditLog audit;

    SearchEndpoint(Customers customers, PublishedIdentities identities, Snapshots snapshots, AuditLog audit) {
        this.customers = customers;
        this.identities = identities;
        this.snapshots = snapshots;
        this.audit = audit;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/v1/search", this::answer, Role.VIEWER, QueryParameters.once("q"));
    }

    private void answer(Context ctx) {
        String text = new QueryValues(ctx).text("q", "").strip().toLowerCase(Locale.ROOT);
        boolean analyst = Principal.of(ctx).role().covers(Role.ANALYST);
        SearchResponse response = new SearchResponse(
                analyst && !text.isEmpty() ? customers(ctx, text) : List.of(),
                text.isEmpty() ? List.of() : scopes(text));
        Json.answer(ctx, ApiJson.write(response));
    }

    /** The identity searched for comes first, then those that begin with the text, with or without their namespace. */
    private List<CustomerMatch> customers(Context ctx, String text) {
        audit.note(ctx, "search", text);
        Map<String, CustomerMatch> matches = new LinkedHashMap<>();
        Stream.concat(byId(text), byJoinedIdentity(text))
                .sorted(Comparator.comparing(
                                (Match found) -> !lower(found.identity).equals(text))
                        .thenComparing(found -> !begins(found.identity, text))
                        .thenComparing(Match::identity))
                .forEach(found -> matches.putIfAbsent(found.row.id(), found.match()));
        return matches.values().stream().limit(MOST).toList();
    }

    private Stream<Match> byId(String text) {
        return customers.all().stream()
                .filter(row -> lower(row.id()).contains(text))
                .map(row -> new Match(row.id(), row));
    }

    private Stream<Match> byJoinedIdentity(String text) {
        return identities
                .joined()
                .filter(identity -> begins(identity, text))
                .flatMap(identity ->
                        customers.find(identities.customerOf(identity)).map(row -> new Match(identity, row)).stream());
    }

    private static boolean begins(String identity, String text) {
        String id = lower(identity);
        return id.startsWith(text) || id.substring(id.indexOf(':') + 1).startsWith(text);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private List<ScopeSummary> scopes(String text) {
        return snapshots.all().stream()
                .filter(snapshot -> snapshot.getScope().toLowerCase(Locale.ROOT).contains(text))
                .limit(MOST)
                .map(snapshot -> ScopeReader.summary(snapshot.getScope()))
                .toList();
    }

    /** An identity that matches, and the customer who has it. */
    private record Match(String identity, CustomerRow row) {
        CustomerMatch match() {
            return new CustomerMatch(
                    row.id(),
                    Points.of(row.score()),
                    row.stage(),
                    Optional.of(identity).filter(other -> !other.equals(row.id())));
        }
    }
}
