package io.truenorth.streams.query;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.contract.Identity;
import io.truenorth.service.http.HttpServer;
import io.truenorth.streams.topology.TouchpointBuilder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer is found by any of the customer's identities, wherever the partitions of the two are. */
class IdentityQueriesTest extends QueryApiTestBase {
    private static final Predicate<String> OF_VISITORS = key -> key.startsWith("anonymous:");

    private static TouchpointBuilder touch(String kind, String... identities) {
        return aTouchpoint(kind)
                .at("2026-02-20T11:00:00Z")
                .byAll(Arrays.stream(identities)
                        .map(identity -> identity.split(":", 2))
                        .map(parts -> new Identity(parts[0], parts[1]))
                        .toList());
    }

    @BeforeEach
    void someoneSignsUp() {
        bench.send(touch("page_viewed", "anonymous:a-1").withId("visit"));
        bench.send(touch("purchase", "crm:c-1", "anonymous:a-1").withId("sign-up"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/history", "/identities"})
    void theCustomerAnswersForEveryIdentity(String question) throws Exception {
        HttpResponse<String> byVisitor = get("/v1/customers/anonymous:a-1" + question);

        assertThat(byVisitor.statusCode()).isEqualTo(200);
        assertThat(json(byVisitor).path("customer").asText()).isEqualTo("crm:c-1");
        assertThat(byVisitor.body().replace("\"asked\":\"anonymous:a-1\"", "\"asked\":\"crm:c-1\""))
                .isEqualTo(get("/v1/customers/crm:c-1" + question).body());
    }

    @Test
    void whatCameWithAnIdentityThatWasJoinedIsToldAsSuch() throws Exception {
        bench.send(touch("purchase", "anonymous:a-2").at("2026-02-01T10:00:00Z").withId("earlier"));
        bench.send(touch("login", "crm:c-1", "anonymous:a-2").withId("second-visit"));

        JsonNode why = json(get("/v1/customers/crm:c-1/why?from=2026-02-15&to=2026-02-25"));
        JsonNode ofVisitor = json(get("/v1/customers/anonymous:a-2/why?from=2026-02-15&to=2026-02-25"));

        assertThat(why.at("/from/score").asLong()).isZero();
        assertThat(why.at("/causes/join").asLong()).isPositive();
        assertThat(ofVisitor.path("customer").asText()).isEqualTo("crm:c-1");
        assertThat(ofVisitor.at("/from/score").asLong()).isPositive();
        assertThat(ofVisitor.at("/causes/join").asLong()).isZero();
        assertThat(ofVisitor.at("/to/score")).isEqualTo(why.at("/to/score"));
    }

    @Test
    void theIdentitiesOfACustomerAreListedWithTheEvidenceOfTheirLinks() throws Exception {
        JsonNode report = json(get("/v1/customers/anonymous:a-1/identities"));

        assertThat(texts(report.path("identities"))).containsExactly("crm:c-1", "anonymous:a-1");
        assertThat(report.path("links")).hasSize(1);
        JsonNode link = report.path("links").get(0);
        assertThat(link.path("first").asText()).isEqualTo("anonymous:a-1");
        assertThat(link.path("second").asText()).isEqualTo("crm:c-1");
        assertThat(link.path("eventId").asText()).isEqualTo("sign-up");
        assertThat(link.path("at").asText()).isEqualTo("2026-02-20T11:00:00Z");
        assertThat(link.path("byHand").asBoolean()).isFalse();
        assertThat(report.has("joining")).isFalse();
    }

    @Test
    void aRefusedLinkIsListedWithItsReason() throws Exception {
        bench.send(touch("login", "crm:c-2", "anonymous:a-1").withId("shared"));

        JsonNode report = json(get("/v1/customers/crm:c-1/identities"));

        assertThat(report.path("refused").asLong()).isPositive();
        JsonNode refusal = report.path("refusals").get(0);
        assertThat(refusal.path("reason").asText()).isEqualTo("UNIQUE_NAMESPACE");
        assertThat(refusal.path("link").path("second").asText()).isEqualTo("crm:c-2");
    }

    @Test
    void whoeverIsAloneHasOneIdentityAndWhoeverIsUnknownNone() throws Exception {
        bench.send(touch("purchase", "crm:c-2"));

        JsonNode alone = json(get("/v1/customers/crm:c-2/identities"));

        assertThat(texts(alone.path("identities"))).containsExactly("crm:c-2");
        assertThat(alone.path("links")).isEmpty();
        assertThat(get("/v1/customers/crm:c-3/identities").statusCode()).isEqualTo(404);
        assertThat(get("/v1/customers/crm:c-3").statusCode()).isEqualTo(404);
    }

    @Test
    void consentIsToldWithTheEventThatSaidItLast() throws Exception {
        bench.send(touch("login", "crm:c-1", "anonymous:a-1").withId("choice").consenting(true, false));

        JsonNode consent = json(get("/v1/customers/anonymous:a-1")).path("consent");

        assertThat(consent.path("scoring").asBoolean()).isTrue();
        assertThat(consent.path("activation").asBoolean()).isFalse();
        assertThat(consent.path("said")).hasSize(4);
        JsonNode first = consent.path("said").get(0);
        assertThat(first.path("identity").asText()).isEqualTo("anonymous:a-1");
        assertThat(first.path("purpose").asText()).isEqualTo("scoring");
        assertThat(first.path("given").asBoolean()).isTrue();
        assertThat(first.path("at").asText()).isEqualTo("2026-02-20T11:00:00Z");
        assertThat(first.path("eventId").asText()).isEqualTo("choice");
        assertThat(json(get("/v1/customers/crm:c-1/identities")).path("consent"))
                .isEqualTo(consent);
    }

    @Test
    void whoeverDoesNotConsentToScoringHasIdentitiesAndNoScore() throws Exception {
        bench.send(touch("login", "anonymous:a-1").withId("choice").consenting(false, null));
        bench.send(touch("login", "crm:c-2").consenting(false, null));

        for (String question : List.of("", "/history", "/why?from=2026-02-01")) {
            HttpResponse<String> answer = get("/v1/customers/crm:c-1" + question);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).path("type").asText()).endsWith("no-consent");
        }
        assertThat(json(get("/v1/scores")).path("scores")).isEmpty();
        for (String customer : List.of("crm:c-1", "crm:c-2")) {
            JsonNode report = json(get("/v1/customers/" + customer + "/identities"));
            assertThat(report.path("consent").path("scoring").asBoolean(true)).isFalse();
        }
    }

    @Test
    void whoeverJoinedAnotherIsInNoList() throws Exception {
        JsonNode page = json(get("/v1/scores"));

        assertThat(page.path("scores")).hasSize(1);
        assertThat(page.path("scores").get(0).path("customer").asText()).isEqualTo("crm:c-1");
    }

    @Test
    void theInstanceOfTheIdentityAsksThatOfTheCustomer() throws Exception {
        HttpServer customers = server(new Divided(OF_VISITORS.negate(), peer.uri()));
        HttpServer visitors = server(new Divided(OF_VISITORS, customers.uri()));
        HttpServer neither = server(new Divided(key -> false, visitors.uri()));

        for (HttpServer first : List.of(visitors, neither)) {
            HttpResponse<String> answer = get(first, "/v1/customers/anonymous:a-1/identities");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).path("customer").asText()).isEqualTo("crm:c-1");
            assertThat(json(answer).path("asked").asText()).isEqualTo("anonymous:a-1");
        }
        List.of(customers, visitors, neither).forEach(some -> some.stop(Duration.ofSeconds(10)));
    }

    @Test
    void whileThePartitionOfTheCustomerMovesNoRequestGoesInCircles() throws Exception {
        HttpServer lost = server(new AtPeer(peer.uri()));
        HttpServer visitors = server(new Divided(OF_VISITORS, lost.uri()));

        HttpResponse<String> answer = get(visitors, "/v1/customers/anonymous:a-1");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        List.of(lost, visitors).forEach(some -> some.stop(Duration.ofSeconds(10)));
    }

    @Test
    void aLookupEndsAfterTenSteps() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.uri().resolve("/v1/customers/anonymous:a-1"))
                        .header("Truenorth-Lookup", "10 anonymous%3Aa-1")
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("detail").asText())
                .isEqualTo("the customer is being joined with others; try again in a moment");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Some keys are in this process, the others in another one. */
    private final class Divided implements PartitionLocator {
        private final Predicate<String> here;
        private final URI other;

        Divided(Predicate<String> here, URI other) {
            this.here = here;
            this.other = other;
        }

        @Override
        public PartitionLocation ofCustomer(String customer) {
            return here.test(customer)
                    ? new PartitionLocation.Local(bench.queries(), epoch)
                    : new PartitionLocation.Remote(other);
        }

        @Override
        public PartitionLocation ofPartition(int partition) {
            return new PartitionLocation.Local(bench.queries(), epoch);
        }

        @Override
        public int partitions() {
            return 1;
        }
    }
}
