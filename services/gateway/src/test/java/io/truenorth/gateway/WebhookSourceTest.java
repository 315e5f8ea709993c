package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.FailedTouchpoint;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class WebhookSourceTest extends DeclaredSources {
    @Test
    void whatASourceSendsBecomesTouchpointsThatSayWhereTheyComeFrom() throws IOException {
        startDesk();

        HttpResponse<String> answer = call(ticket("opened", "t-1"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":1");
        assertThat(gateway.sent()).singleElement().satisfies(touchpoint -> {
            assertThat(touchpoint.getKind()).isEqualTo("ticket_opened");
            assertThat(touchpoint.getSource()).isEqualTo("desk");
            assertThat(touchpoint.getEventId()).isEqualTo("t-1");
        });
        assertThat(gateway.count("gateway.source.events", "source", "desk", "outcome", "touchpoint"))
                .isEqualTo(1);
    }

    @Test
    void nothingComesInUnsignedOrForged() throws IOException {
        startDesk();
        String body = ticket("opened", "t-1");

        assertThat(gateway.send("POST", "/v1/sources/desk", body).statusCode()).isEqualTo(401);
        assertThat(gateway.send("POST", "/v1/sources/desk", body + " ", "X-Desk-Signature", signatureOf(body))
                        .statusCode())
                .isEqualTo(401);
        assertThat(gateway.send("POST", "/v1/sources/desk", body, "X-Desk-Signature", "zz")
                        .statusCode())
                .isEqualTo(401);
        assertThat(gateway.send("POST", "/v1/sources/another", body).statusCode())
                .isEqualTo(404);
        assertThat(gateway.producer.history()).isEmpty();
        assertThat(gateway.count("gateway.touchpoints.refused", "reason", "unknown-sender"))
                .isEqualTo(4);
    }

    @Test
    void whatASenderAddsToItsAddressCostsNoEvent() throws IOException {
        startDesk();
        String body = ticket("opened", "t-1");

        HttpResponse<String> answer = gateway.send(
                "POST", "/v1/sources/desk?bodySHA256=5f&retry=2&retry=3", body, "X-Desk-Signature", signatureOf(body));

        assertThat(answer.body()).contains("\"accepted\":1");
    }

    @Test
    void ourOwnAddressesRefuseAParameterThatNobodyKnows() throws IOException {
        startDesk();
        String event = GatewayUnderTest.event("eventId:\"e-1\"");

        for (String path : List.of(
                "/v1/touchpoints?dryRun=true",
                "/v1/events/desk?access_token=x",
                "/v1/replays/desk?failed=3-17&receivedAt=1&force=true")) {
            HttpResponse<String> answer = gateway.send("POST", path, event, "Content-Type", "application/json");

            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).contains("urn:truenorth:problem:invalid-parameter");
        }
        assertThat(gateway.producer.history()).isEmpty();
    }

    @Test
    void whatIsIgnoredIsCountedAndNotStored() throws IOException {
        startDesk();

        assertThat(call("{\"event\": \"ping\"}").body()).contains("\"ignored\":1");

        assertThat(gateway.producer.history()).isEmpty();
        assertThat(gateway.count("gateway.source.events", "source", "desk", "outcome", "ignored"))
                .isEqualTo(1);
    }

    @Test
    void whatNoRuleCoversIsKeptAsItWasSent() throws IOException {
        startDesk();
        String body = "{\"event\":\"merged\",  \"id\":\"t-9\"}";

        assertThat(call(body).statusCode()).isEqualTo(200);
        assertThat(call("{\"event\": \"opened\", \"id\": \"t-1\", \"at\": \"yesterday\", \"customer\": \"c-1\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(call("no json").statusCode()).isEqualTo(200);

        List<ProducerRecord<byte[], byte[]>> failed = gateway.failed();
        assertThat(failed)
                .extracting(record -> FailedTouchpoint.read(record.headers()).reason())
                .containsExactly("UNMAPPED", "INVALID_EVENT", "UNMAPPED");
        assertThat(failed)
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .first()
                .isEqualTo(body);
        FailedTouchpoint time = FailedTouchpoint.read(failed.get(1).headers());
        assertThat(time.path()).isEqualTo("/at");
        assertThat(time.source()).isEqualTo("desk");
        assertThat(time.isFromGateway()).isTrue();
        assertThat(time.timestamp()).isEqualTo(GatewayUnderTest.NOW.toEpochMilli());
    }

    @Test
    void ofABatchOnlyWhatFailsIsKept() throws IOException {
        startDesk(DESK.replace("{ /event:", "{ /*/event:")
                .replaceAll("(eventId|time): /", "$1: /*/")
                .replace("/customer", "/*/customer")
                .replace("lookup: /event", "lookup: /*/event")
                .replace("- when", "- each: /*\n    when"));

        HttpResponse<String> answer =
                call("[" + ticket("opened", "t-1") + ", {\"event\": \"merged\"}, " + ticket("opened", "t-2") + "]");

        assertThat(answer.body()).contains("\"accepted\":2", "\"failed\":1");
        assertThat(gateway.sent()).extracting(Touchpoint::getEventId).containsExactly("t-1", "t-2");
        assertThat(gateway.failed())
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .containsExactly("[{\"event\": \"merged\"}]");
    }

    @Test
    void aKindThatASourceMayNotSendIsKeptAside() throws IOException {
        startDesk();

        call(ticket("closed", "t-1"));

        assertThat(gateway.sent()).isEmpty();
        assertThat(gateway.failed())
                .extracting(record -> FailedTouchpoint.read(record.headers()).reason())
                .containsExactly("NOT_ALLOWED");
    }

    @Test
    void aSourceOfLimitedKindsRetractsNothing() throws IOException {
        String rule =
                "  - { when: { /event: deleted }, time: /at, identities: [ { crm: /customer } ], retracts: /id }\nignore:";
        start(Map.of("desk", DESK.replace("ignore:", rule)), Map.of());

        call(ticket("deleted", "t-1"));

        assertThat(gateway.sent()).isEmpty();
        assertThat(gateway.failed())
                .extracting(record -> FailedTouchpoint.read(record.headers()).message())
                .containsExactly("the source desk may not send retractions, as its channels or kinds are limited");
    }

    @Test
    void whoSendsNoNameAndPasswordBeforeItIsAskedIsAsked() throws IOException {
        String document =
                DESK.replaceAll("signature: .*", "signature: { scheme: basic }").replace("DESK_SECRET", "DESK_LOGIN");
        start(Map.of("desk", document), Map.of("DESK_LOGIN", "desk:word"));
        String credentials = Base64.getEncoder().encodeToString("desk:word".getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> asked = gateway.send("POST", "/v1/sources/desk", ticket("opened", "t-1"));

        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic realm="));
        assertThat(gateway.producer.history()).isEmpty();
        assertThat(gateway.send(
                                "POST",
                                "/v1/sources/desk",
                                ticket("opened", "t-1"),
                                "Authorization",
                                "Basic " + credentials)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theChallengeOfMetaIsAnsweredToWhoKnowsASecret() throws IOException {
        startDesk();
        String path = "/v1/sources/desk?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";

        HttpResponse<String> known = gateway.send("GET", path + SECRET.replace(" ", "%20"), "");

        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.body()).isEqualTo("1158201444");
        assertThat(gateway.send("GET", path + "guessed", "").statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsOfNobodyIsKeptByNameAndReplayedOnceTheDeploymentCallsThemSomebody() throws IOException {
        startDesk();
        String body = ticket("opened", "t-1").replace("c-1", "Guest");

        assertThat(call(body).body()).contains("\"accepted\":0", "\"failed\":1");

        FailedTouchpoint failed = FailedTouchpoint.read(gateway.failed().get(0).headers());
        assertThat(failed.reason()).isEqualTo("BLOCKED_IDENTITY");
        assertThat(failed.path()).isEqualTo("/customer");
        String replay = "/v1/replays/desk?failed=0-0&receivedAt=1772366400000";
        assertThat(gateway.send("POST", replay, body).statusCode()).isEqualTo(422);
        gateway.close();
        start(Map.of("desk", DESK), Map.of("TRUENORTH_IDENTITIES_ALLOWED", "crm:guest"));
        assertThat(gateway.send("POST", replay, body).statusCode()).isEqualTo(202);
        assertThat(gateway.sentKeys()).containsExactly("crm:Guest");
    }

    @Test
    void nationalPhoneNumbersAreThoseOfTheSourcesRegion() throws IOException {
        String document = DESK.replace("{ crm: /customer }", "{ phone: /customer }");
        start(
                Map.of("desk", "region: GB\n" + document),
                Map.of("TRUENORTH_GATEWAY_IDENTITIES_REGION", "CH", "TRUENORTH_GATEWAY_IDENTITIES_PERSONAL", "email"));

        call(ticket("opened", "t-1").replace("c-1", "020 7031 3000"));

        assertThat(gateway.sentKeys()).containsExactly("phone:+442070313000");
    }
}
