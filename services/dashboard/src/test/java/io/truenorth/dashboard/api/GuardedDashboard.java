package io.truenorth.dashboard.api;

import static io.truenorth.dashboard.access.OpenIdProvider.ann;
import static io.truenorth.dashboard.access.OpenIdProvider.inSeconds;

import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.access.OpenIdProvider;
import io.truenorth.dashboard.privacy.KnownReceipts;
import io.truenorth.dashboard.upstream.FakeStreams;
import io.truenorth.query.CustomerConsent;
import io.truenorth.query.CustomerHistoryReport;
import io.truenorth.query.CustomerReport;
import io.truenorth.query.DimensionAmounts;
import io.truenorth.query.IdentitiesReport;
import io.truenorth.query.ModelReport;
import io.truenorth.query.ScoreChangeReport;
import io.truenorth.query.ScoreChangeReport.ScoreAt;
import io.truenorth.relationship.score.Stage;
import io.truenorth.service.http.TokenHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A dashboard with tokens of its configuration, of a file and of a provider; it knows the customer crm:ann. */
final class GuardedDashboard implements AutoCloseable {
    /** The token of vera, in the configuration. */
    static final String VIEWER = "see";
    /** The token of ana, in the file. */
    static final String ANALYST = "look";
    /** The token of dora, in the file. */
    static final String PRIVACY = "protect";
    /** The token of adam, in the file. */
    static final String ADMIN = "run";

    private static final DimensionAmounts NOTHING = new DimensionAmounts(0, 0, 0, 0, 0, 0);
    private static final CustomerReport ANN = new CustomerReport(
            "crm:ann",
            Instant.parse("2026-03-01T12:00:00Z"),
            0,
            0,
            Stage.UNKNOWN,
            NOTHING,
            0,
            Map.of(),
            0,
            false,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            new CustomerConsent(true, false, List.of()));

    private static final ScoreAt BEFORE = new ScoreAt(Instant.parse("2026-02-01T12:00:00Z"), 0, Stage.UNKNOWN, NOTHING);

    private final OpenIdProvider provider = new OpenIdProvider();
    private final FakeStreams streams = new FakeStreams()
            .answering("/v1/customers/crm%3Aann", ANN)
            .answering("/v1/customers/crm%3Aann/history", new CustomerHistoryReport("crm:ann", List.of(), List.of(), 0))
            .answering(
                    "/v1/customers/crm%3Aann/why",
                    new ScoreChangeReport("crm:ann", BEFORE, BEFORE, 0, Map.of(), List.of(), 0))
            .answering(
                    "/v1/customers/crm%3Aann/identities",
                    new IdentitiesReport(
                            "crm:ann",
                            "crm:ann",
                            List.of("crm:ann"),
                            List.of(),
                            List.of(),
                            0,
                            List.of(),
                            Optional.empty(),
                            new CustomerConsent(true, false, List.of())))
            .answering("/v1/model", new ModelReport("standard", 1, NOTHING, List.of()));
    private final DashboardUnderTest dashboard;

    GuardedDashboard(Path folder) throws IOException {
        String[] lines = {
            "# people",
            stored("ana", "analyst", ANALYST),
            stored("dora", "privacy", PRIVACY),
            stored("adam", "admin", ADMIN) + " # on call"
        };
        Path tokens = Files.writeString(folder.resolve("tokens"), String.join("\n", lines));
        Population people = new Population()
                .add("crm:ann")
                .at(io.truenorth.contract.Stage.LOYAL, 61_000_000)
                .from("north")
                .on("web", 1)
                .known();
        Map<String, String> settings = Map.of(
                "ACCESS_TOKENS", stored("vera", "viewer", VIEWER),
                "ACCESS_TOKEN_FILE", tokens.toString(),
                "ACCESS_OIDC_ISSUER", OpenIdProvider.ISSUER,
                "ACCESS_OIDC_KEYS", provider.uri(),
                "STREAMS_URL", streams.uri());
        dashboard = new DashboardUnderTest(people, settings);
        dashboard.receipts().accept("er-7", KnownReceipts.erased("er-7", List.of("crm:mia"), Population.NOW));
    }

    private static String stored(String name, String role, String token) {
        return TokenHash.of(name, token).toString().replaceFirst(":", ":" + role + ":");
    }

    DashboardUnderTest dashboard() {
        return dashboard;
    }

    OpenIdProvider provider() {
        return provider;
    }

    /** Tokens that are taken, by their role and where they are from. */
    Map<String, String> taken() {
        Map<String, String> taken = new LinkedHashMap<>();
        taken.put("viewer of the configuration", VIEWER);
        taken.put("analyst of the file", ANALYST);
        taken.put("privacy of the file", PRIVACY);
        taken.put("admin of the file", ADMIN);
        taken.put("viewer of the provider", provider.token(ann("viewer")));
        taken.put("analyst of the provider", provider.token(ann("viewer", "analyst")));
        taken.put("privacy of the provider", provider.token(ann("privacy")));
        taken.put("admin of the provider", provider.token(ann("admin")));
        return taken;
    }

    /** Tokens that are not taken, by what is wrong with them. */
    Map<String, String> notTaken() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("none", "");
        wrong.put("a guess", "guess");
        wrong.put("the hash that is stored", TokenHash.of("adam", ADMIN).sha256());
        wrong.put("expired", provider.token(ann("admin").expirationTime(inSeconds(-120))));
        wrong.put("for others", provider.token(ann("admin").audience("other")));
        wrong.put("by others", provider.token(ann("admin").issuer("https://other.example")));
        wrong.put("forged", OpenIdProvider.forged(ann("admin")));
        wrong.put("without a role", provider.token(ann()));
        return wrong;
    }

    @Override
    public void close() {
        dashboard.close();
        streams.close();
        provider.close();
    }
}
