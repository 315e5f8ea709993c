package io.truenorth.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.Stage;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.identity.KnownChanges;
import io.truenorth.dashboard.upstream.FakeStreams;
import io.truenorth.query.CustomerConsent;
import io.truenorth.query.CustomerConsent.SaidConsent;
import io.truenorth.query.CustomerHistoryReport;
import io.truenorth.query.CustomerReport;
import io.truenorth.query.DimensionAmounts;
import io.truenorth.query.IdentitiesReport;
import io.truenorth.query.IdentitiesReport.Link;
import io.truenorth.query.IdentitiesReport.RefusedLink;
import io.truenorth.query.ModelReport;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is answered of identities; user:ann has a visitor id and a card, and shares a device with user:bob. */
class IdentitiesApiTest {
    private static final DimensionAmounts NOTHING = new DimensionAmounts(0, 0, 0, 0, 0, 0);
    private static final CustomerReport ANN = new CustomerReport(
            "user:ann",
            Instant.parse("2026-03-01T12:00:00Z"),
            61_000_000,
            61,
            io.truenorth.relationship.score.Stage.LOYAL,
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
            new CustomerConsent(
                    true,
                    false,
                    List.of(new SaidConsent(
                            "user:ann", "activation", false, Instant.parse("2026-02-02T08:00:00Z"), "e-9"))));
    private static final Link SIGN_UP =
            new Link("anonymous:3f2a", "user:ann", "web", "e-1", Instant.parse("2026-02-01T10:00:00Z"), false);
    private static final Link OLD_LINK =
            new Link("email:x", "user:zoe", "mail", "e-0", Instant.parse("2024-01-01T10:00:00Z"), false);
    private static final Link TABLET =
            new Link("user:bob", "device:tablet", "app", "e-3", Instant.parse("2026-02-20T10:00:00Z"), false);
    private static final IdentitiesReport ANNS = new IdentitiesReport(
            "user:ann",
            "anonymous:3f2a",
            List.of("user:ann", "card:7", "device:tablet", "anonymous:3f2a"),
            List.of(SIGN_UP),
            List.of(new RefusedLink(TABLET, "UNIQUE_NAMESPACE"), new RefusedLink(OLD_LINK, "SPLIT")),
            2,
            List.of(),
            Optional.empty(),
            new CustomerConsent(true, false, List.of()));

    private final FakeStreams streams = new FakeStreams()
            .answering("/v1/customers/anonymous%3A3f2a", ANN)
            .answering("/v1/customers/anonymous%3A3f2a/identities", ANNS)
            .answering(
                    "/v1/customers/user%3Aann/history", new CustomerHistoryReport("user:ann", List.of(), List.of(), 0))
            .answering("/v1/model", new ModelReport("standard", 1, NOTHING, List.of()));
    private final Population people = new Population()
            .add("user:ann")
            .at(Stage.LOYAL, 61_000_000)
            .known()
            .add("user:bob")
            .at(Stage.AWARE, 4_000_000)
            .known();
    private final DashboardUnderTest dashboard = new DashboardUnderTest(people, Map.of("STREAMS_URL", streams.uri()));

    @BeforeEach
    void joinAndRefuse() {
        dashboard.identities().redirect("anonymous:3f2a", "user:ann", KnownChanges.PUBLISHED);
        dashboard.identities().redirect("card:7", "user:ann", KnownChanges.PUBLISHED);
        dashboard.identities().redirect("device:tablet", "user:ann", KnownChanges.PUBLISHED);
        accept(KnownChanges.joined(
                "user:ann", List.of("anonymous:3f2a"), "anonymous:3f2a", "user:ann", "2026-02-01T10:00:01Z"));
        accept(KnownChanges.refused(
                "user:ann", "device:tablet", "user:bob", "UNIQUE_NAMESPACE", "2026-02-20T10:00:01Z"));
    }

    private void accept(IdentityEvent event) {
        dashboard.identities().accept(event.getCustomer(), event);
    }

    @AfterEach
    void stop() {
        dashboard.close();
        streams.close();
    }

    @Test
    void whoHasNoScoreForWantOfConsentIsToldApartFromWhoIsUnknown() throws Exception {
        streams.answering(
                "/v1/customers/user%3Amia/identities",
                new IdentitiesReport(
                        "user:mia",
                        "user:mia",
                        List.of("user:mia"),
                        List.of(),
                        List.of(),
                        0,
                        List.of(),
                        Optional.empty(),
                        new CustomerConsent(false, false, List.of())));

        assertThat(dashboard.get("/v1/customers/user:mia", "").body())
                .contains("user:mia has no score, as there is no consent to scoring");
        assertThat(dashboard.get("/v1/customers/user:leo", "").body())
                .contains("no touchpoint of user:leo was counted");
    }

    @Test
    void theConsentOfACustomerIsShownWithWhoSaidIt() throws Exception {
        JsonNode consent = dashboard.json("/v1/customers/anonymous:3f2a").path("consent");

        assertThat(consent.toString())
                .isEqualTo(
                        "{\"scoring\":true,\"activation\":false,\"said\":[{\"identity\":\"user:ann\","
                                + "\"purpose\":\"activation\",\"given\":false,\"at\":\"2026-02-02T08:00:00Z\",\"eventId\":\"e-9\"}]}");
    }

    @Test
    void anyIdentityLeadsToTheCustomer() throws Exception {
        JsonNode customer = dashboard.json("/v1/customers/anonymous:3f2a");

        assertThat(customer.path("id").asText()).isEqualTo("user:ann");
        assertThat(customer.path("asked").asText()).isEqualTo("anonymous:3f2a");
    }

    @Test
    void theIdentitiesAreThoseOfTheStreamsServiceWithTheChangesAsPublished() throws Exception {
        JsonNode identities = dashboard.json("/v1/customers/anonymous:3f2a/identities");

        assertThat(identities.path("customer").asText()).isEqualTo("user:ann");
        assertThat(identities.path("identities")).hasSize(4);
        assertThat(identities.path("links").path(0).path("source").asText()).isEqualTo("web");
        assertThat(identities.path("refused").asInt()).isEqualTo(2);
        assertThat(identities.path("changes").findValuesAsText("type"))
                .as("the refusal of the tablet is not told twice")
                .containsExactly("refused", "joined", "refused");
    }

    @Test
    void aRefusalBeforeTheYearOfPublishedOnesIsToldByTheStreamsService() throws Exception {
        JsonNode oldest = dashboard
                .json("/v1/customers/anonymous:3f2a/identities")
                .path("changes")
                .path(2);

        assertThat(oldest.path("reason").asText()).isEqualTo("SPLIT");
        assertThat(oldest.path("at").asText()).isEqualTo("2024-01-01T10:00:00Z");
        assertThat(oldest.path("link").path("secondCustomer").asText()).isEqualTo("user:zoe");
    }

    @Test
    void anIdentityThatNobodyHasIsNotFound() throws Exception {
        assertThat(dashboard.get("/v1/customers/anonymous:none/identities", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void withoutTheStreamsServiceIdentitiesAreUnavailable() throws Exception {
        streams.goAway();

        HttpResponse<String> answer = dashboard.get("/v1/customers/anonymous:3f2a/identities", "");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void refusedJoinsHaveBothCustomersAndTheEvidence() throws Exception {
        JsonNode refused = dashboard.json("/v1/identities/refused");

        assertThat(refused.path("total").asInt()).isEqualTo(1);
        JsonNode join = refused.path("joins").path(0);
        assertThat(join.path("first").toString()).isEqualTo("{\"id\":\"user:ann\",\"points\":61,\"stage\":\"loyal\"}");
        assertThat(join.path("second").path("id").asText()).isEqualTo("user:bob");
        assertThat(join.path("linkCount").asInt()).isEqualTo(1);
        JsonNode link = join.path("links").path(0);
        assertThat(link.path("link").path("first").asText()).isEqualTo("device:tablet");
        assertThat(link.path("link").path("firstCustomer").asText()).isEqualTo("user:ann");
        assertThat(link.path("reason").asText()).isEqualTo("UNIQUE_NAMESPACE");
        assertThat(link.path("source").asText()).isEqualTo("web");
    }

    @Test
    void aCustomerWithoutAScoreIsListedToo() throws Exception {
        accept(KnownChanges.refused("user:ann", "user:zoe", "user:ann", "SPLIT", "2026-02-21T10:00:00Z"));

        JsonNode refused = dashboard.json("/v1/identities/refused?limit=1");

        assertThat(refused.path("total").asInt()).isEqualTo(2);
        assertThat(refused.path("joins")).hasSize(1);
        assertThat(refused.path("joins").path(0).path("second").toString()).isEqualTo("{\"id\":\"user:zoe\"}");
    }

    @Test
    void aSplitThatWasNotAndAConflictOfAReferenceAreChangesToo() throws Exception {
        accept(KnownChanges.notSplit("card:9", "2026-02-22T10:00:00Z"));
        accept(KnownChanges.conflict("user:ann", "order:1017", "card:7", "user:bob", "2026-02-23T10:00:00Z"));

        JsonNode changes = dashboard.json("/v1/identities/changes?limit=2").path("changes");

        assertThat(changes.findValuesAsText("type")).containsExactly("reference_conflict", "not_split");
        assertThat(changes.path(0).path("reference").asText()).isEqualTo("order:1017");
        assertThat(changes.path(0).path("identities").toString()).isEqualTo("[\"card:7\",\"user:bob\"]");
        assertThat(changes.path(1).path("identities").toString()).isEqualTo("[\"card:9\"]");
        assertThat(changes.path(1).has("link")).isFalse();
        assertThat(dashboard.json("/v1/identities/refused").path("total").asInt())
                .as("nobody is asked whether they are one person")
                .isEqualTo(1);
    }

    @Test
    void theLatestChangesComeFirst() throws Exception {
        JsonNode changes = dashboard.json("/v1/identities/changes").path("changes");

        assertThat(changes.findValuesAsText("type")).containsExactly("refused", "joined");
        assertThat(changes.path(1).path("identities").path(0).asText()).isEqualTo("anonymous:3f2a");
        assertThat(dashboard.json("/v1/identities/changes?limit=1").path("changes"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
        anonymous:3f2a, user:ann, anonymous:3f2a
        ANONYMOUS:3F2A, user:ann, anonymous:3f2a
        3f2, user:ann, anonymous:3f2a
        card:7, user:ann, card:7
        ann, user:ann, none
        bob, user:bob, none
        """)
    void aCustomerIsFoundByAnyIdentity(String text, String customer, String identity) throws Exception {
        JsonNode found = dashboard.json("/v1/search?q=" + text).path("customers");

        assertThat(found.findValuesAsText("id")).containsExactly(customer);
        assertThat(Optional.ofNullable(found.path(0).get("identity")).map(JsonNode::asText))
                .isEqualTo(Optional.ofNullable(identity));
    }

    @Test
    void theIdentitySearchedForComesFirst() throws Exception {
        dashboard.identities().redirect("card:77", "user:bob", KnownChanges.PUBLISHED);

        assertThat(dashboard.json("/v1/search?q=card:7").path("customers").findValuesAsText("id"))
                .containsExactly("user:ann", "user:bob");
        assertThat(dashboard.json("/v1/search?q=card:77").path("customers").findValuesAsText("id"))
                .containsExactly("user:bob");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /v1/identities/refused?limit=0        | limit: expected 1 to 1000, was '0'
        /v1/identities/changes?limit=1001     | limit: expected 1 to 1000, was '1001'
        /v1/identities/refused?reason=SPLIT   | reason: expected one of limit
        """)
    void whatIsAskedWronglyIsNamed(String path, String detail) throws Exception {
        HttpResponse<String> answer = dashboard.get(path, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new ObjectMapper().readTree(answer.body()).path("detail").asText())
                .startsWith(detail);
    }
}
