package io.truenorth.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.identity.KnownChanges;
import io.truenorth.dashboard.privacy.KnownReceipts;
import io.truenorth.identity.IdentityHash;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
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
                .isEqualTo("{\"erasures\":2,\"due\":1,\"goneBy\":\"2026-03-30T12:00:00Z\","
                        + "\"keptWithoutLimit\":false,\"consents\":1,"
                        + "\"suppressedEvents\":0}");
        assertThat(all.path("receipts").findValuesAsText("requestId")).containsExactly("co-1", "er-7", "er-6");
        assertThat(all.path("receipts").path(1).toString())
                .isEqualTo("{\"key\":\"er-7\",\"requestId\":\"er-7\",\"outcome\":\"erased\",\"requestedBy\":\"dora\","
                        + "\"requestedAt\":\"2026-02-28T11:59:59Z\",\"executedAt\":\"2026-02-28T12:00:00Z\","
                        + "\"identityCount\":2,\"state\":\"due\",\"goneBy\":\"2026-03-30T12:00:00Z\","
                        + "\"keptWithoutLimit\":false}");
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
                .isEqualTo("{\"place\":\"touchpoints\",\"action\":\"expires\",\"goneBy\":\"2026-03-31T12:00:00Z\","
                        + "\"keptWithoutLimit\":false}");
        assertThat(receipt.path("places").findValuesAsText("action"))
                .containsExactly("expires", "tombstone", "removed");
        assertThat(dashboard.audit().get(0)).contains("\"what\":\"receipt\",\"which\":\"er-7\"");
    }

    @Test
    void severalReceiptsOfOneRequestIdAreListedAndToldApartByTheirKeys() throws Exception {
        String ofMia = KnownReceipts.key("er 7", "crm:mia");
        String ofLeo = KnownReceipts.key("er 7", "crm:leo");
        dashboard.receipts().accept(ofMia, KnownReceipts.erased("er 7", List.of("crm:mia"), NOW));
        dashboard.receipts().accept(ofLeo, KnownReceipts.erased("er 7", List.of("crm:leo"), NOW - DAY));
        dashboard.receipts().accept("er-8", KnownReceipts.erased("er-8", List.of("crm:ida"), NOW));

        HttpResponse<String> several = dashboard.get("/v1/privacy/receipts/er%207", "");
        JsonNode listed = dashboard.json("/v1/privacy/receipts?request=er+7");
        JsonNode one =
                dashboard.json("/v1/privacy/receipts/er%207?key=" + URLEncoder.encode(ofLeo, StandardCharsets.UTF_8));

        assertThat(several.statusCode()).isEqualTo(409);
        assertThat(several.body()).contains("2 receipts have the request id er 7", "/v1/privacy/receipts?request=er+7");
        assertThat(listed.path("total").asLong()).isEqualTo(2);
        assertThat(listed.path("receipts").findValuesAsText("key")).containsExactly(ofMia, ofLeo);
        assertThat(one.path("identities").path(0).asText()).isEqualTo(IdentityHash.of("crm:leo"));
        assertThat(dashboard.get("/v1/privacy/receipts/er-8?key=er-7", "").statusCode())
                .isEqualTo(404);
        assertThat(ids("?request=er-8&state=due")).containsExactly("er-8");
        assertThat(ids("?request=er-8&state=done")).isEmpty();
    }

    @Test
    void aListOfOneRequestIdGoesOnWhereThePageBeforeEnded() throws Exception {
        for (String person : List.of("crm:mia", "crm:leo", "crm:ida")) {
            dashboard
                    .receipts()
                    .accept(KnownReceipts.key("er-7", person), KnownReceipts.erased("er-7", List.of(person), NOW));
        }

        JsonNode first = dashboard.json("/v1/privacy/receipts?limit=2");
        JsonNode second = dashboard.json("/v1/privacy/receipts?limit=2&cursor="
                + URLEncoder.encode(first.path("next").asText(), StandardCharsets.UTF_8));

        List<String> keys = new ArrayList<>(first.path("receipts").findValuesAsText("key"));
        keys.addAll(second.path("receipts").findValuesAsText("key"));
        assertThat(keys)
                .containsExactlyInAnyOrder(
                        KnownReceipts.key("er-7", "crm:mia"),
                        KnownReceipts.key("er-7", "crm:leo"),
                        KnownReceipts.key("er-7", "crm:ida"));
    }

    @Test
    void aPlaceWithoutALimitIsSaidToBeKept() throws Exception {
        dashboard.receipts().accept("er-9", KnownReceipts.keptWithoutLimit("er-9", "crm:mia", NOW));

        JsonNode receipt = dashboard.json("/v1/privacy/receipts/er-9");
        JsonNode all = dashboard.json("/v1/privacy/receipts");

        assertThat(receipt.path("keptWithoutLimit").asBoolean()).isTrue();
        assertThat(receipt.path("state").asText()).isEqualTo("due");
        assertThat(receipt.path("places").findValuesAsText("keptWithoutLimit")).containsExactly("true", "false");
        assertThat(receipt.path("goneBy").asText()).isEqualTo("9999-12-31T23:59:59Z");
        assertThat(all.path("totals").path("keptWithoutLimit").asBoolean()).isTrue();
        assertThat(all.path("receipts").path(0).path("keptWithoutLimit").asBoolean())
                .isTrue();
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

    /** Whoever joined another customer since is known, also without a score. */
    @Test
    void whoCameBackAndJoinedIsAskedForAsEverybodyIs() throws Exception {
        dashboard.erasures().accept(KnownChanges.erased("2026-03-01T21:04:00Z", "crm:leo", "card:4711"));
        assertThat(dashboard.get("/v1/customers/card:4711", "").statusCode()).isEqualTo(410);

        dashboard
                .identities()
                .redirect(
                        "card:4711",
                        "crm:leo",
                        Instant.parse("2026-03-02T08:00:00Z").toEpochMilli());

        assertThat(dashboard.get("/v1/customers/card:4711", "").statusCode()).isEqualTo(503);
        assertThat(dashboard.get("/v1/customers/crm:leo/identities", "").statusCode())
                .isEqualTo(503);
    }

    @Test
    void whoIsErasedAgainHasNotComeBack() throws Exception {
        dashboard.erasures().accept(KnownChanges.erased("2026-03-01T11:00:00Z", "crm:ann"));
        dashboard.erasures().accept(KnownChanges.erased("2026-03-01T21:04:00Z", "crm:ann"));

        HttpResponse<String> answer = dashboard.get("/v1/customers/crm:ann", "");

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("\"erasedAt\":\"2026-03-01T21:04:00Z\"");
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
