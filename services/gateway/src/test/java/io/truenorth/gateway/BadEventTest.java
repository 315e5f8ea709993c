package io.truenorth.gateway;

import static io.truenorth.gateway.GatewayUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.gateway.GatewayUnderTest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadEventTest extends BadInput {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            identities:                                       | /identities              | expected, but missing
            identities:[]                                     | /identities              | expected an array of 1 to 16, was 0 of them
            identities:{}                                     | /identities              | expected an array of 1 to 16, was an object
            identities:["c-1"]                                | /identities/0            | expected an object, was "c-1"
            identities:[{"namespace":"crm"}]                  | /identities/0/value      | expected, but missing
            identities:[{"namespace":"crm","value":""}]       | /identities/0/value      | expected a text that is not empty, without space at its ends, was empty
            identities:[{"namespace":"crm","value":7}]        | /identities/0/value      | expected a text, was 7
            identities:[{"namespace":"crm","value":"a\\u0000"}]| /identities/0/value     | expected a text without control characters and halves of surrogate pairs, was "a\\u0000"
            identities:[{"namespace":"c:m","value":"c"}]      | /identities/0/namespace  | expected lower-case words joined by - or _, was "c:m"
            identities:[{"namespace":"crm","value":"c","x":1}]| /identities/0/x          | unknown field
            occurredAt:                                       | /occurredAt              | expected, but missing
            occurredAt:"yesterday"                            | /occurredAt              | expected a time in ISO 8601 with an offset, such as 2026-03-01T10:00:00Z, or in epoch milliseconds, was "yesterday"
            occurredAt:"2026-03-01T10:00:00"                  | /occurredAt              | expected a time in ISO 8601 with an offset, such as 2026-03-01T10:00:00Z, or in epoch milliseconds, was "2026-03-01T10:00:00"
            occurredAt:"0000-01-01T00:00:00Z"                 | /occurredAt              | expected a time from 1970 on, was 0000-01-01T00:00:00Z
            occurredAt:"+999999999-01-01T00:00:00Z"           | /occurredAt              | expected a time in ISO 8601 with an offset, such as 2026-03-01T10:00:00Z, or in epoch milliseconds, was "+999999999-01-01T00:00:00Z"
            occurredAt:"2026-03-01T12:05:00.001Z"             | /occurredAt              | expected a time no later than 300 s after its arrival at 2026-03-01T12:00:00Z, was 2026-03-01T12:05:00.001Z
            occurredAt:-1                                     | /occurredAt              | expected a time from 1970 on, was 1969-12-31T23:59:59.999Z
            occurredAt:1e30                                   | /occurredAt              | expected a time in ISO 8601 with an offset, such as 2026-03-01T10:00:00Z, or in epoch milliseconds, was 1e30
            occurredAt:1772359200                             | /occurredAt              | expected a time in ISO 8601 with an offset, such as 2026-03-01T10:00:00Z, or in epoch milliseconds, was 1772359200, which looks like seconds
            channel:                                          | /channel                 | expected, but missing
            channel:null                                      | /channel                 | expected, but missing
            channel:"Web"                                     | /channel                 | expected lower-case words joined by - or _, was "Web"
            kind:["x"]                                        | /kind                    | expected a text, was an array
            direction:"sideways"                              | /direction               | expected in (the customer did it) or out (the brand did), was "sideways"
            sentiment:1.01                                    | /sentiment               | expected a number from -1 to 1, was 1.01
            sentiment:1e30                                    | /sentiment               | expected a number from -1 to 1, was 1e30
            sentiment:1e9999                                  | /sentiment               | expected a number from -1 to 1, was 1e9999
            sentiment:"NaN"                                   | /sentiment               | expected a number from -1 to 1, was "NaN"
            money:{"amountMinor":1e30,"currency":"EUR"}       | /money/amountMinor       | expected a whole number of minor units, was 1e30
            money:{"amountMinor":1.5,"currency":"EUR"}        | /money/amountMinor       | expected a whole number of minor units, was 1.5
            money:{"amountMinor":100000000000001,"currency":"EUR"} | /money/amountMinor  | expected an amount within ±100000000000000 minor units of EUR
            money:{"amountMinor":10000000000000001,"currency":"JPY"} | /money/amountMinor | expected an amount within ±100000000000000 minor units of EUR
            money:{"amountMinor":1,"currency":"CHF"}          | /money/currency          | expected the reporting currency EUR or one with a declared rate [JPY, USD], was CHF
            money:{"amountMinor":1,"currency":"XQZ"}          | /money/currency          | expected an ISO 4217 code such as EUR, was "XQZ"
            money:{"amountMinor":1}                           | /money/currency          | expected, but missing
            money:12                                          | /money                   | expected an object, was 12
            attributes:{"region":7}                           | /attributes/region       | expected a text, was 7
            attributes:{"re/gi~on":"north"}                   | /attributes/re~1gi~0on   | expected letters, digits, . _ or - as a name
            retraction:true                                   | /retracts                | expected the eventId that this retraction takes back
            retraction:"yes"                                  | /retraction              | expected true or false, was "yes"
            retracts:7                                        | /retracts                | expected a text, was 7
            retracts:""                                       | /retracts                | expected a text that is not empty, without space at its ends, was empty
            retracts:"undefined"                              | /retracts                | expected the eventId that this retraction takes back
            revision:-1                                       | /revision                | expected a whole number from 0 to 2147483647, was -1
            revision:1.5                                      | /revision                | expected a whole number from 0 to 2147483647, was 1.5
            revision:2147483648                               | /revision                | expected a whole number from 0 to 2147483647, was 2147483648
            revision:"1"                                      | /revision                | expected a whole number from 0 to 2147483647, was "1"
            revision:1                                        | /eventId                 | expected the id of the event that this revision corrects
            receivedAt:1                                      | /receivedAt              | not expected: the gateway says when it received an event
            eventID:"e-1"                                     | /eventID                 | unknown field, did you mean eventId?
            subject:"\\ud800"                                 | /subject                 | expected a text without control characters and halves of surrogate pairs, was "\\ud800"
            """)
    void aFieldThatIsWrongIsNamed(String member, String path, String message) {
        Answer answer = gateway.post(event(member));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:truenorth:problem:invalid-touchpoints");
        assertThat(answer.error(path)).isEqualTo(message);
        assertThat(answer.body().get("errors")).hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        Answer answer = gateway.post("{\"kind\": 7, \"direction\": \"up\", \"foo\": 1}");

        assertThat(answer.body().findValuesAsText("path"))
                .containsExactly("/identities", "/occurredAt", "/channel", "/kind", "/direction", "/foo");
        assertThat(answer.body().get("accepted").asInt()).isZero();
        assertThat(answer.body().get("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void longTextsAreRefused() {
        String longest = "x".repeat(257);

        assertThat(gateway.post(event("eventId:\"" + longest + "\"")).error("/eventId"))
                .startsWith("expected up to 256 characters, was 257");
        assertThat(gateway.post(event("identities:[{\"namespace\":\"crm\",\"value\":\"" + longest + "\"}]"))
                        .error("/identities/0/value"))
                .startsWith("expected up to 256 characters, was 257");
    }

    @Test
    void aRetractionNeedsAnIdOfItsOwn() {
        assertThat(gateway.post(event("retraction:true", "retracts:\"e-1\"", "eventId:\"e-1\""))
                        .error("/eventId"))
                .isEqualTo("expected an id of the retraction's own, was the one it takes back");
    }

    @Test
    void whatIsNoRetractionRetractsNothing() {
        assertThat(gateway.post(event("retraction:false", "retracts:\"e-1\"")).error("/retracts"))
                .isEqualTo("expected only where retraction is true");
    }

    @Test
    void aRetractionHasNoRevision() {
        assertThat(gateway.post(event("retracts:\"e-1\"", "revision:2")).error("/revision"))
                .isEqualTo("expected none, as a retraction has no revision, was 2");
    }

    @Test
    void aRetractionWithoutAnIdToRetractIsToldThatAlone() {
        Answer answer = gateway.post("{\"retraction\": true, \"occurredAt\": 1, \"money\": 7}");

        assertThat(answer.body().findValuesAsText("path")).containsExactly("/identities", "/retracts");
    }

    @Test
    void aFieldThatIsGivenTwiceIsRefused() {
        String twice = event().replaceFirst("\\{", "{\"channel\":\"app\",");

        assertThat(gateway.post(twice).error("/channel")).isEqualTo("expected every field once, was given twice");
    }

    @Test
    void nothingIsNoEvent() {
        assertThat(gateway.post("[]").body().get("detail").asText()).isEqualTo("expected at least one event");
        assertThat(gateway.postLines("\n\n").body().get("detail").asText()).isEqualTo("expected at least one event");
    }

    @Test
    void aWideEventIsRefusedAloneInItsBatch() {
        String wide = "{\"x\":[" + "0,".repeat(5000) + "0]}";

        Answer answer = gateway.post("[" + wide + "]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("")).isEqualTo("expected up to 1000 values in an event");
    }
}
