package io.truenorth.gateway.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.EndpointUnderTest;
import io.truenorth.gateway.event.KindNames;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudEventsEndpointTest {

    private static final String BATCH = "application/cloudevents-batch+json";

    private final EndpointUnderTest gateway = new EndpointUnderTest(
            new CloudEventTranslation("store", new KindNames(Map.of("com.example.order", "purchase"))),
            (authenticator, pipeline) -> new CloudEventsEndpoint(authenticator, pipeline, 3));

    private final CloudEvent order = CloudEventBuilder.v1()
            .withId("o-1")
            .withSource(URI.create("/shop"))
            .withType("com.example.order")
            .withSubject("crm:Zoë 1")
            .withTime(OffsetDateTime.parse("2026-03-01T10:00:00Z"))
            .withExtension("channel", "app")
            .withData("application/json", "{\"total\": 1}".getBytes(StandardCharsets.UTF_8))
            .build();

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void theSdkSendsInBinaryMode() {
        HttpResponse<String> answer = sendBySdk(true);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("\"accepted\":1").contains("\"failed\":0");
        assertIsTheOrder();
    }

    @Test
    void theSdkSendsInStructuredMode() {
        assertThat(sendBySdk(false).statusCode()).isEqualTo(202);
        assertIsTheOrder();
    }

    @Test
    void aBatchIsManyEvents() {
        String one = new String(new JsonFormat().serialize(order), StandardCharsets.UTF_8);
        HttpResponse<String> answer = post(BATCH, "[" + one + "," + one.replace("crm:Zoë 1", "") + "]");
        assertThat(answer.statusCode()).as("an empty subject is no CloudEvent").isEqualTo(400);
        assertThat(answer.body()).contains("/1/subject: expected");
        assertThat(gateway.touchpoints()).isEmpty();

        String nobodys = one.replace("\"subject\":\"crm:Zoë 1\",", "");
        assertThat(post(BATCH, "[" + one + "," + nobodys + "]").statusCode()).isEqualTo(202);
        assertIsTheOrder();
        assertThat(gateway.failed()).singleElement().asString().startsWith("/subject expected the customer's identity");

        assertThat(post(BATCH, "[]").statusCode()).isEqualTo(202);
        assertThat(post(BATCH, "[" + (one + ",").repeat(3) + one + "]").statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "application/cloudevents+json       | {'specversion': '1.0'}                | 400",
                "application/cloudevents+json       | not json                              | 400",
                "application/cloudevents-batch+json | {}                                    | 400",
                "application/cloudevents-batch+json | ['not an object']                     | 400",
                "application/cloudevents+avro       | x                                     | 415",
                "application/json                   | {}                                    | 415",
            })
    void whatIsNoCloudEventIsRefused(String contentType, String body, int status) {
        assertThat(post(contentType, body.replace('\'', '"')).statusCode()).isEqualTo(status);
        assertThat(gateway.failed()).isEmpty();
    }

    @Test
    void dataThatIsNoJsonMayBeAnyBytes() {
        HttpResponse<String> answer = gateway.post(
                "/v1/events/shop",
                new byte[] {(byte) 0xff, 0, (byte) 0xc3},
                "Authorization",
                "Bearer " + EndpointUnderTest.KEY,
                "Content-Type",
                "application/octet-stream",
                "ce-specversion",
                "1.0",
                "ce-id",
                "1",
                "ce-source",
                "/s",
                "ce-type",
                "t",
                "ce-subject",
                "c-1");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(gateway.touchpoints()).hasSize(1);
    }

    @Test
    void aKeyOpensTheDoorOfItsSourceAlone() {
        assertThat(gateway.post("/v1/events/other", new byte[0], "Authorization", "Bearer " + EndpointUnderTest.KEY)
                        .statusCode())
                .isEqualTo(404);
        assertThat(gateway.post("/v1/events/shop", new byte[0], "Authorization", "Bearer other")
                        .statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> sendBySdk(boolean binary) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.uri().resolve("/v1/events/shop"))
                .header("Authorization", "Bearer " + EndpointUnderTest.KEY);
        var writer = HttpMessageFactory.createWriter(
                request::header, body -> answers.add(gateway.send(request.POST(BodyPublishers.ofByteArray(body)))));
        if (binary) {
            CloudEvent encoded =
                    CloudEventBuilder.v1(order).withSubject("crm:Zo%C3%AB%201").build();
            writer.writeBinary(encoded);
        } else {
            writer.writeStructured(order, new JsonFormat());
        }
        return answers.get(0);
    }

    private HttpResponse<String> post(String contentType, String body) {
        return gateway.post(
                "/v1/events/shop",
                body.getBytes(StandardCharsets.UTF_8),
                "Authorization",
                "Bearer " + EndpointUnderTest.KEY,
                "Content-Type",
                contentType);
    }

    private void assertIsTheOrder() {
        assertThat(gateway.touchpoints()).hasSize(1);
        assertThat(gateway.touchpoints().get(0))
                .returns("/shop#o-1", Touchpoint::getEventId)
                .returns("purchase", Touchpoint::getKind)
                .returns("app", Touchpoint::getChannel)
                .returns("shop", Touchpoint::getSource)
                .returns(
                        OffsetDateTime.parse("2026-03-01T10:00:00Z").toInstant().toEpochMilli(),
                        Touchpoint::getOccurredAt);
        assertThat(gateway.touchpoints().get(0).getIdentities().get(0).getValue())
                .isEqualTo("Zoë 1");
    }
}
