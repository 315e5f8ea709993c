package io.truenorth.gateway.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import io.truenorth.gateway.json.Violations;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenarios of cloudevents/conformance: the HTTP and the Kafka binding, and the JSON format. */
class ConformanceTest {

    private static final String DATA = "{\n    \"message\": \"Hello World!\"\n}";
    private static final String STRUCTURED = """
            {
                "specversion": "1.0",
                "type": "com.example.someevent",
                "time": "2018-04-05T03:56:24Z",
                "id": "1234-1234-1234",
                "source": "/mycontext/subcontext",
                "datacontenttype": "application/json",
                "data": {
                    "message": "Hello World!"
                }
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "ce-, application/json",
        "ce-, application/json; charset=utf-8",
        "ce_, application/json",
    })
    void binaryContentMode(String prefix, String contentType) throws Exception {
        assertIsTheEvent(read(DATA, binary(prefix, contentType)), contentType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/cloudevents+json", "application/cloudevents+json; charset=utf-8"})
    void structuredContentMode(String contentType) throws Exception {
        assertIsTheEvent(read(STRUCTURED, Map.of("content-type", contentType)), "application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'datacontenttype': null, 'dataschema': null, 'subject': null, 'time': null",
                "'datacontenttype': 'text/plain', 'dataschema': 'https://cloudevents.io/dataschema', 'subject': 'tests'",
                "'time': '2018-04-05T17:31:00Z'",
                "'time': '2018-04-05T17:31:00.000000000Z'",
                "'time': '2018-04-05T18:31:00+01:00'",
                "'time': '2018-04-05T16:31:00-01:00'",
                "'source': '#fragment'",
                "'datacontenttype': 'text/plain', 'data': 'Simple text'",
                "'extinteger': 10, 'extboolean': true, 'extstring': 'text', 'exturi': 'https://cloudevents.io',"
                        + " 'exturiref': '//authority/path', 'exttimestamp': '2023-03-31T15:12:00Z', 'extbinary': 'TWE='"
            })
    void validEventsInJson(String members) throws Exception {
        CloudEventEnvelope event = JsonCloudEvent.read(minimal(members));

        assertThat(event.id()).isEqualTo("minimal");
        assertThat(event.time().orElse(Instant.parse("2018-04-05T17:31:00Z"))).isEqualTo("2018-04-05T17:31:00Z");
        assertThat(event.extensions()).hasSize(members.contains("extinteger") ? 7 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'specversion': null          | /specversion",
                "'id': null                   | /id",
                "'type': null                 | /type",
                "'source': null               | /source",
                "'time': 'lunchtime'          | /time",
                "'time': '2018-04-05T18:31Z'  | /time",
                "'time': '2018-04-05T18:31:00X'      | /time",
                "'time': '2018-04-05T18:31:00+25:00' | /time",
                "'time': '2018-04-05T18:31:00+xx:00' | /time",
                "'time': '2018-04-05T18:31:00+05'    | /time",
                "'time': '2018-02-30T18:31:00Z'      | /time",
                "'id': ''                     | /id",
                "'type': ''                   | /type",
                "'source': ''                 | /source",
                "'specversion': ''            | /specversion",
                "'specversion': '0.9'         | /specversion",
                "'datacontenttype': 'xyz'     | /datacontenttype",
                "'datacontenttype': ''        | /datacontenttype",
                "'dataschema': ''             | /dataschema",
                "'subject': ''                | /subject",
                "'id': 25                     | /id",
                "'id': {'xyz': 'abc'}         | /id",
                "'MyExtension': 'bad'         | /MyExtension",
                "'my.extension': 'bad'        | /my.extension",
                "'myextension': 1.5           | /myextension",
                "'data': 'text', 'data_base64': 'eyAieHl6IjogMTIzIH0=' | /data_base64",
                "'data_base64': '... no ...'  | /data_base64",
            })
    void invalidEventsInJson(String members, String path) {
        assertThatThrownBy(() -> JsonCloudEvent.read(minimal(members)))
                .isInstanceOfSatisfying(
                        UnmappedException.class, e -> assertThat(e.path()).isEqualTo(path))
                .hasMessageContaining("expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "specversion | 0.9",
                "id          | \"\"",
                "type        | \"\"",
                "time        | 2018-04-05T18:31Z",
                "source      | not a uri",
                "subject     | \"\"",
            })
    void invalidEventsInBinaryMode(String attribute, String value) {
        for (String prefix : new String[] {"ce-", "ce_"}) {
            Map<String, String> headers = new LinkedHashMap<>(binary(prefix, "application/json"));
            headers.put(prefix + attribute, value);
            assertThatThrownBy(() -> read(DATA, headers))
                    .isInstanceOfSatisfying(
                            UnmappedException.class, e -> assertThat(e.path()).isEqualTo("/" + attribute));
        }
    }

    @Test
    void aBinaryEventWithoutARequiredAttributeIsNone() {
        for (String attribute : new String[] {"specversion", "id", "source", "type"}) {
            Map<String, String> headers = new LinkedHashMap<>(binary("ce-", "application/json"));
            headers.remove("ce-" + attribute);
            assertThatThrownBy(() -> read(DATA, headers)).hasMessageContaining("expected an event");
        }
    }

    @Test
    void headersOfHttpArePercentEncodedAndThoseOfKafkaAreNot() throws Exception {
        Map<String, String> http = new LinkedHashMap<>(binary("ce-", "text/plain"));
        http.put("ce-subject", "Euro%20%E2%82%AC+%F0%9F%98%80");
        assertThat(read("", http).subject()).contains("Euro €+😀");

        http.put("ce-subject", "\"a \\\"b\\\"\"");
        assertThat(read("", http).subject()).contains("a \"b\"");

        Map<String, String> kafka = new LinkedHashMap<>(binary("ce_", "text/plain"));
        kafka.put("ce_subject", "100%20");
        assertThat(read("", kafka).subject()).contains("100%20");
    }

    private static void assertIsTheEvent(CloudEventEnvelope event, String contentType) throws InvalidJsonException {
        JsonNode message = JsonText.readValue(DATA, JsonLimits.EVENT, new Violations());
        assertThat(event)
                .isEqualTo(new CloudEventEnvelope(
                        "1234-1234-1234",
                        "/mycontext/subcontext",
                        "com.example.someevent",
                        Optional.of(Instant.parse("2018-04-05T03:56:24Z")),
                        Optional.empty(),
                        Optional.of(contentType),
                        Map.of(),
                        Optional.of(message)));
    }

    private static CloudEventEnvelope read(String body, Map<String, String> headers) throws UnmappedException {
        return CloudEventReader.read(new ReceivedMessage(body, headers, 0));
    }

    private static Map<String, String> binary(String prefix, String contentType) {
        return Map.of(
                prefix + "specversion",
                "1.0",
                prefix + "type",
                "com.example.someevent",
                prefix + "time",
                "2018-04-05T03:56:24Z",
                prefix + "id",
                "1234-1234-1234",
                prefix + "source",
                "/mycontext/subcontext",
                "content-type",
                contentType);
    }

    /** The smallest event, with other members put in or in the place of its own. */
    private static String minimal(String members) {
        String own = Stream.of(
                        "'specversion': '1.0'",
                        "'id': 'minimal'",
                        "'type': 'io.cloudevents.test'",
                        "'source': 'https://cloudevents.io'")
                .filter(member -> !members.contains(member.substring(0, member.indexOf(':') + 1)))
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        return ("{" + own + (members.isEmpty() ? "" : ", " + members) + "}").replace('\'', '"');
    }
}
