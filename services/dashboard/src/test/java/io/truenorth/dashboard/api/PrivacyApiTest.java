package io.truenorth.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.identity.KnownChanges;
import io.truenorth.dashboard.privacy.KnownReceipts;
import io.truenorth.identity.IdentityHash;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrivacyApiTest {
    private static final long NOW = Population.NOW;
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final Population people = new Population()
            .add("crm:ann")
            .known()
            .add("crm:bob")
            .forActivation()
            .known();
    private final DashboardUnderTest dashboard = new DashboardUnderTest(people);

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @Test
    void requestsAreListedWithWhatBecameOfThem() throws Exception {
        dashboard.receipts().accept("er-7", KnownReceipts.erased("er-7", List.of("crm:mia", "card:4711"), NOW - DAY));
        dashboard.receipts().accept("er-6", KnownReceipts.erased("er-6", List.of("crm:leo"), NOW - 31 * DAY));
        dashboard.receipts().accept("co-1", KnownReceipts.consent("co-1", "crm:ann", NOW));

        JsonNode all = dashboard.json("/v1/privacy/receipts");

        assertThat(all.path("total").asLong()).isEqualTo(3);
        assertThat(all.path("totals").toString())
                .isEqualTo("{\"erasures\":2,\"due\":1,\"goneBy\":\"2026-03-30T12:00:00Z\",\"consents\":1,"
                        + "\"suppressedEvents\":0}");
        assertThat(all.path("receipts").findValuesAsText("requestId")).containsExactly("co-1", "er-7", "er-6");
        assertThat(all.path("receipts").path(1).toString())
                .isEqualTo("{\"requestId\":\"er-7\",\"outcome\":\"erased\",\"requestedBy\":\"dora\","
                        + "\"requestedAt\":\"2026-02-28T11:59:59Z\",\"executedAt\":\"2026-02-28T12:00:00Z\","
                        + "\"identityCount\":2,\"state\":\"due\",\"goneBy\":\"2026-03-30T12:00:00Z\"}");
        assertThat(ids("?state=due")).containsExactly("er-7");
        assertThat(ids("?state=done")).containsExactly("co-1", "er-6");
        assertThat(dashboard.audit().get(0)).contains("\"what\":\"receipts\"");
    }

    @Test
    void aListGoesOnWhereThePageBeforeEnded() throws Exception {
        for (int i = 1; i <= 5; i++) {
            String request = "er-" + i;
            dashboard.receipts().accept(request, KnownReceipts.erased(request, List.of("crm:c" + i), NOW + i));
        }

        JsonNode first = dashboard.json("/v1/privacy/receipts?limit=3");
        JsonNode second = dashboard.json(
                "/v1/privacy/receipts?limit=3&cursor=" + first.path("next").asText());

        assertThat(first.path("receipts").findValuesAsText("requestId")).containsExactly("er-5", "er-4", "er-3");
        assertThat(second.path("receipts").findValuesAsText("requestId")).containsExactly("er-2", "er-1");
        assertThat(second.has("next")).isFalse();
        assertThat(dashboard.get("/v1/privacy/receipts?cursor=er-99", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aReceiptHasEveryPlace() throws Exception {
        dashboard.receipts().accept("er-7", KnownReceipts.erased("er-7", List.of("crm:mia"), NOW));

        JsonNode receipt = dashboard.json("/v1/privacy/receipts/er-7");

        assertThat(receipt.path("identities").path(0).asText()).isEqualTo(IdentityHash.of("crm:mia"));
        assertThat(receipt.path("laterEvents").asText()).isEqualTo("begin_anew");
        assertThat(receipt.path("places").path(0).toString())
                .isEqualTo("{\"place\":\"touchpoints\",\"action\":\"expires\",\"goneBy\":\"2026-03-31T12:00:00Z\"}");
        assertThat(receipt.path("places").findValuesAsText("action"))
                .containsExactly("expires", "tombstone", "removed");
        assertThat(dashboard.audit().get(0)).contains("\"what\":\"receipt\",\"which\":\"er-7\"");
    }

    @Test
    void aReceiptOfConsentSaysWhatWasSet() throws Exception {
        dashboard.receipts().accept("co-1", KnownReceipts.consent("co-1", "crm:ann", NOW));

        JsonNode receipt = dashboard.json("/v1/privacy/receipts/co-1");

        assertThat(receipt.path("consent").toString()).isEqualTo("{\"scoring\":false}");
        assertThat(receipt.has("laterEvents")).isFalse();
        assertThat(receipt.path("state").asText()).isEqualTo("done");
    }

    @Test
    void aRequestWithoutAReceiptIsNotFound() throws Exception {
        HttpResponse<String> answer = dashboard.get("/v1/privacy/receipts/er-404", "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("there is no receipt of a request er-404");
    }

    /** The streams service is away: its answer is not needed. */
    @Test
    void whoWasErasedIsAnsweredWithTheTimeOfIt() throws Exception {
        dashboard.identities().redirect("card:4711", "crm:ann", KnownChanges.PUBLISHED);
        dashboard.erasures().accept(KnownChanges.erased("2026-03-01T21:04:00Z", "crm:ann", "card:4711"));

        for (String path : List.of("/v1/customers/crm:ann", "/v1/customers/card:4711/identities")) {
            HttpResponse<String> answer = dashboard.get(path, "");

            assertThat(answer.statusCode()).as(path).isEqualTo(410);
            JsonNode problem = new ObjectMapper().readTree(answer.body());
            assertThat(problem.path("detail").asText())
                    .isEqualTo("This customer was erased on 1 March 2026, 21:04 UTC.");
            assertThat(problem.path("erasedAt").asText()).isEqualTo("2026-03-01T21:04:00Z");
        }
        assertThat(dashboard.get("/v1/customers/crm:bob", "").statusCode()).isEqualTo(503);
        assertThat(dashboard.json("/v1/customers").toString()).doesNotContain("crm:ann");
        assertThat(dashboard.json("/v1/search?q=4711").toString()).doesNotContain("crm:ann");
    }

    @Test
    void whoBeganAnewIsAskedForAsEverybodyIs() throws Exception {
        dashboard.erasures().accept(KnownChanges.erased("2026-03-01T11:00:00Z", "crm:ann"));

        assertThat(dashboard.get("/v1/customers/crm:ann", "").statusCode()).isEqualTo(503);
    }

    @Test
    void aListSaysWhoMayLeaveTheSystem() throws Exception {
        JsonNode all = dashboard.json("/v1/customers?sort=id");

        assertThat(all.path("customers").findValuesAsText("activation")).containsExactly("false", "true");
        assertThat(dashboard
                        .json("/v1/customers?activation=true")
                        .path("customers")
                        .findValuesAsText("id"))
                .containsExactly("crm:bob");
    }

    private List<String> ids(String query) throws Exception {
        return dashboard.json("/v1/privacy/receipts" + query).path("receipts").findValuesAsText("requestId");
    }
}
