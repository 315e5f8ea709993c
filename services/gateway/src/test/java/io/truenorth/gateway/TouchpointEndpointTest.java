package io.truenorth.gateway;

import static io.truenorth.gateway.GatewayUnderTest.event;
import static io.truenorth.gateway.GatewayUnderTest.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.GatewayUnderTest.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TouchpointEndpointTest {

    private final GatewayUnderTest gateway = GatewayUnderTest.started();

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/gateway.md", "docs/deploy.md"})
    void theEventsOfTheDocumentsAreTaken(String document) throws IOException {
        Matcher sent = Pattern.compile("/v1/touchpoints.*?-d '(\\{.*?\\})'\n", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../..", document)));

        assertThat(sent.find()).isTrue();
        assertThat(gateway.post(sent.group(1).replaceAll("'\\$\\(date .*?\\)'", "2026-03-01T10:00:00Z"))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void everyFieldOfTheContractIsTaken() {
        Answer answer = gateway.post("""
                {
                  "eventId": "e-1",
                  "identities": [{"namespace": "crm", "value": "c-1"}, {"namespace": "cookie", "value": "k:9"}],
                  "occurredAt": "2026-03-01T11:30:00+01:00",
                  "channel": "store",
                  "kind": "purchase",
                  "subject": "Running shoes",
                  "direction": "in",
                  "sentiment": -0.5,
                  "money": {"amountMinor": 1999, "currency": "EUR"},
                  "attributes": {"region": "north", "tier": "gold"},
                  "source": "pos-7",
                  "context": {"till": "3", "note": ""}
                }
                """);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).hasToString("{\"accepted\":1,\"rejected\":0,\"eventIds\":[\"e-1\"],\"errors\":[]}");
        assertThat(gateway.sentKeys()).containsExactly("crm:c-1");
        assertThat(gateway.sent())
                .containsExactly(Touchpoint.newBuilder()
                        .setEventId("e-1")
                        .setIdentities(List.of(new Identity("crm", "c-1"), new Identity("cookie", "k:9")))
                        .setOccurredAt(Instant.parse("2026-03-01T10:30:00Z").toEpochMilli())
                        .setReceivedAt(GatewayUnderTest.NOW.toEpochMilli())
                        .setChannel("store")
                        .setKind("purchase")
                        .setSubject("Running shoes")
                        .setDirection(Direction.IN)
                        .setSentiment(-0.5)
                        .setMoney(new Money(1999L, "EUR"))
                        .setAttributes(Map.of("region", "north", "tier", "gold"))
                        .setSource("pos-7")
                        .setContext(Map.of("till", "3", "note", ""))
                        .build());
        assertThat(gateway.producer.history().get(0).topic()).isEqualTo("touchpoints");
        assertThat(gateway.producer.history().get(0).timestamp()).isNull();
    }

    @Test
    void optionalFieldsMayBeMissingOrNull() {
        Answer answer =
                gateway.post(event("sentiment:null", "money:null", "occurredAt:1772359200000", "direction:\"OUT\""));

        assertThat(answer.status()).isEqualTo(202);
        Touchpoint sent = gateway.sent().get(0);
        assertThat(sent.getOccurredAt())
                .isEqualTo(Instant.parse("2026-03-01T10:00:00Z").toEpochMilli());
        assertThat(sent.getDirection()).isEqualTo(Direction.OUT);
        assertThat(sent.getSentiment()).isNull();
        assertThat(sent.getMoney()).isNull();
        assertThat(sent.getSubject()).isEmpty();
        assertThat(sent.getAttributes()).isEmpty();
        assertThat(sent.getRetracts()).isNull();
    }

    @Test
    void ofABatchTheGoodAreTakenAndTheBadAreListed() {
        Answer answer = gateway.post("[" + event("eventId:\"e-1\"") + "," + event("channel:\"Web Shop\"", "knid:\"x\"")
                + "," + event("eventId:\"e-3\"") + ", 7]");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body())
                .hasToString("{\"accepted\":2,\"rejected\":2,\"eventIds\":[\"e-1\",null,\"e-3\",null],\"errors\":["
                        + "{\"index\":1,\"path\":\"/channel\",\"message\":\"expected lower-case words joined by - or _, was"
                        + " \\\"Web Shop\\\"\"},"
                        + "{\"index\":1,\"path\":\"/knid\",\"message\":\"unknown field, did you mean kind?\"},"
                        + "{\"index\":3,\"path\":\"\",\"message\":\"expected an object, was 7\"}]}");
        assertThat(gateway.sent()).extracting(Touchpoint::getEventId).containsExactly("e-1", "e-3");
        assertThat(gateway.count("gateway.touchpoints.accepted")).isEqualTo(2);
        assertThat(gateway.count("gateway.touchpoints.refused", "reason", "invalid"))
                .isEqualTo(2);
    }

    @Test
    void ofLinesEachIsAnEventOfItsOwn() {
        Answer answer = gateway.postLines(
                event("eventId:\"e-1\"") + "\r\n\n{\"channel\": \n" + event("eventId:\"e-3\"") + "\n{} {}\n");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().get("accepted").asInt()).isEqualTo(2);
        assertThat(answer.body().get("rejected").asInt()).isEqualTo(2);
        assertThat(answer.body().at("/errors/0/index").asInt()).isEqualTo(1);
        assertThat(answer.body().at("/errors/0/message").asText()).startsWith("not JSON: ");
        assertThat(answer.body().at("/errors/1/index").asInt()).isEqualTo(3);
        assertThat(answer.body().at("/errors/1/message").asText()).startsWith("expected the end, more follows");
        assertThat(gateway.sent()).extracting(Touchpoint::getEventId).containsExactly("e-1", "e-3");
    }

    @Test
    void bodiesMayBePacked() {
        Answer answer = gateway.post("application/json; charset=UTF-8", gzip(event()), "Content-Encoding", "gzip");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(gateway.sent()).hasSize(1);
    }

    @Test
    void anEventWithoutAnIdHasTheSameOneWhenItIsSentAgain() {
        Answer first = gateway.post(event("attributes:{\"a\":\"1\",\"b\":\"2\"}"));
        Answer again = gateway.post(event(
                "occurredAt:\"2026-03-01T11:00:00.000+01:00\"",
                "attributes:{\"b\":\"2\",\"a\":\"1\"}",
                "sentiment:null"));
        Answer other = gateway.post(event("attributes:{\"a\":\"12\",\"b\":\"\"}"));

        String id = first.body().at("/eventIds/0").asText();
        assertThat(id).matches("content:[0-9a-f]{32}");
        assertThat(again.body().at("/eventIds/0").asText()).isEqualTo(id);
        assertThat(other.body().at("/eventIds/0").asText()).isNotEqualTo(id);
    }

    @Test
    void personalNamesLeaveAsPseudonymsOnly() {
        gateway.post(
                event(
                        "identities:[{\"namespace\":\"email\",\"value\":\"Ann@Example.org\"},"
                                + "{\"namespace\":\"email\",\"value\":\"ann@example.org\"},{\"namespace\":\"crm\",\"value\":\"Ann\"}]"));

        // HMAC-SHA-256 of "email:ann@example.org" under the key of the test, its first 16 bytes.
        String pseudonym = "3b89494612bb32bf44b3e059228e284e";
        assertThat(gateway.sent().get(0).getIdentities())
                .containsExactly(new Identity("crm", "Ann"), new Identity("email", pseudonym));
        assertThat(gateway.sentKeys()).containsExactly("crm:Ann");
    }

    @Test
    void moneyIsConvertedByDeclaredRates() {
        gateway.post(event("money:{\"amountMinor\":1001,\"currency\":\"USD\"}"));
        gateway.post(event("money:{\"amountMinor\":-5000,\"currency\":\"JPY\"}"));

        assertThat(gateway.sent())
                .extracting(Touchpoint::getMoney)
                .containsExactly(new Money(500L, "EUR"), new Money(-5000L, "EUR"));
    }

    @Test
    void theCorrectionsOfTheDocumentAreTaken() throws IOException {
        String page = Files.readString(Path.of("../../docs/gateway.md"));
        List<String> examples = Pattern.compile("\n\n((    [\\[{ ].*\n)+)\n")
                .matcher(page.substring(page.indexOf("### Corrections"), page.indexOf("### Values")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(examples)
                .hasSize(2)
                .allSatisfy(example -> assertThat(
                                gateway.post(example).body().get("rejected").asInt())
                        .isZero());
        assertThat(gateway.sent()).extracting(Touchpoint::getRevision).containsExactly(0, 1, 0);
        assertThat(gateway.sent()).extracting(Touchpoint::getRetracts).containsExactly(null, null, "post-9");
    }

    @Test
    void ofARetractionOnlyWhatItRetractsIsTaken() {
        String alone = event("channel:", "kind:", "direction:", "eventId:\"r-1\"", "retracts:\"e-1\"");
        String withMore = event(
                "channel:\"Web Shop\"",
                "kind:7",
                "direction:\"sideways\"",
                "subject:\"\\u0000\"",
                "sentiment:\"bad\"",
                "money:{\"amountMinor\":\"x\",\"currency\":\"XQZ\",\"more\":1}",
                "attributes:{\"region\":7}",
                "revision:0",
                "retraction:true",
                "eventId:\"r-1\"",
                "retracts:\"e-1\"");

        Answer answer = gateway.post("[" + alone + "," + withMore + "]");

        assertThat(answer.body())
                .hasToString("{\"accepted\":2,\"rejected\":0,\"eventIds\":[\"r-1\",\"r-1\"],\"errors\":[]}");
        assertThat(gateway.sent())
                .hasSize(2)
                .containsOnly(Touchpoint.newBuilder()
                        .setEventId("r-1")
                        .setIdentities(List.of(new Identity("crm", "c-1")))
                        .setOccurredAt(Instant.parse("2026-03-01T10:00:00Z").toEpochMilli())
                        .setReceivedAt(GatewayUnderTest.NOW.toEpochMilli())
                        .setRetracts("e-1")
                        .build());
    }

    @Test
    void aRetractionWithoutAnIdHasOneOfWhatItRetracts() {
        gateway.post(event("retracts:\"e-1\""));
        gateway.post(event("retracts:\"e-1\"", "kind:\"other\""));
        gateway.post(event("retracts:\"e-2\""));

        List<String> ids = gateway.sent().stream().map(Touchpoint::getEventId).toList();
        assertThat(ids.get(1)).isEqualTo(ids.get(0)).startsWith("content:");
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
    }

    @Test
    void aCorrectionHasARevision() {
        gateway.post(event("eventId:\"e-1\"", "revision:2147483647"));

        assertThat(gateway.sent().get(0).getRevision()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aTimeWithinTheSkewIsTakenAsSent() {
        Answer answer = gateway.post(event("occurredAt:\"2026-03-01T12:05:00Z\""));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(gateway.sent().get(0).getOccurredAt())
                .isEqualTo(Instant.parse("2026-03-01T12:05:00Z").toEpochMilli());
    }
}
