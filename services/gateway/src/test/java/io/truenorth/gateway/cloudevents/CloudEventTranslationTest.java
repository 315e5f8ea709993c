package io.truenorth.gateway.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Money;
import io.truenorth.contract.Reference;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.TranslationUnderTest;
import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.ingest.IngestResult.FailedEvent;
import io.truenorth.schemas.FailureReason;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What events mean, of a source whose own channel is the store and that lists the type of an order. */
class CloudEventTranslationTest {

    private static final Map<String, String> STRUCTURED = Map.of("content-type", CloudEventReader.STRUCTURED);

    private final TranslationUnderTest translation = new TranslationUnderTest(
            new CloudEventTranslation("store", new KindNames(Map.of("com.example.order", "purchase"))));

    @Test
    void anEnvelopeTellsWhoDidWhatAndWhen() {
        Touchpoint touch = touch("'subject': 'c-1', 'time': '2026-03-01T10:00:00+01:00', 'type': 'com.example.order'");

        assertThat(touch.getEventId()).isEqualTo("/shop#1");
        assertThat(TranslationUnderTest.identities(touch)).containsExactly("customer:c-1");
        assertThat(touch.getKind()).isEqualTo("purchase");
        assertThat(touch.getChannel()).isEqualTo("store");
        assertThat(touch.getDirection()).isEqualTo(Direction.IN);
        assertThat(touch.getOccurredAt())
                .isEqualTo(Instant.parse("2026-03-01T09:00:00Z").toEpochMilli());
        assertThat(touch.getContext()).isEqualTo(Map.of("type", "com.example.order"));
    }

    @ParameterizedTest
    @CsvSource({"undefined", "customer:NULL", "crm:guest"})
    void anEventOfNobodyIsKeptByName(String subject) {
        FailedEvent failure = translation.failure(
                "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/shop\", \"type\": \"com.example.order\","
                        + " \"subject\": \"" + subject + "\"}",
                STRUCTURED);

        assertThat(failure.reason()).isEqualTo(FailureReason.BLOCKED_IDENTITY);
        assertThat(failure.path()).isEqualTo("/subject");
    }

    @Test
    void extensionsSayMoreAndAnUnlistedTypeIsAKindInItsWords() {
        Touchpoint touch =
                touch("'subject': 'ticket 7', 'identity': 'crm:c:1', 'channel': 'support', 'direction': 'out',"
                        + " 'type': 'com.example.ticketAnswered'");

        assertThat(TranslationUnderTest.identities(touch)).containsExactly("crm:c:1");
        assertThat(touch.getChannel()).isEqualTo("support");
        assertThat(touch.getDirection()).isEqualTo(Direction.OUT);
        assertThat(touch.getKind()).isEqualTo("com_example_ticket_answered");
        assertThat(touch.getOccurredAt()).isEqualTo(TranslationUnderTest.ARRIVAL.toEpochMilli());
    }

    @Test
    void anEventWithoutAnIdentityRefersToAnOrder() {
        Touchpoint touch = touch("'references': 'order:1017, charge:ch_1', 'type': 'com.example.refunded'");

        assertThat(touch.getIdentities()).isEmpty();
        assertThat(touch.getReferences())
                .containsExactly(new Reference("order", "1017"), new Reference("charge", "ch_1"));
    }

    @Test
    void severalIdentitiesAreListedInAnExtension() {
        Touchpoint touch =
                touch("'subject': 'ticket 7', 'identity': 'anonymous:a-1', 'identities': 'card:4711, crm:c-1',"
                        + " 'type': 'com.example.order'");

        assertThat(TranslationUnderTest.identities(touch)).containsExactly("crm:c-1", "card:4711", "anonymous:a-1");
        assertThat(translation
                        .failure(
                                "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/shop\", \"type\": \"com.example.order\","
                                        + " \"identities\": \"" + "crm:c-1,".repeat(17) + "\"}",
                                STRUCTURED)
                        .message())
                .isEqualTo("expected up to 16 identities, was 17");
    }

    @Test
    void theDataOfOurTypeMayRetractAndCorrect() {
        String envelope =
                "'type': 'io.truenorth.touchpoint.v1', 'subject': 'crm:c-1', 'time': '2026-03-01T10:00:00Z', 'data': ";

        Touchpoint retraction = touch(envelope + "{'retracts': '/shop#0'}");
        Touchpoint correction = touch(envelope
                + "{'eventId': '/shop#0', 'revision': 3, 'channel': 'store', 'kind': 'purchase', 'direction': 'in'}");

        assertThat(retraction.getEventId()).isEqualTo("/shop#1");
        assertThat(retraction.getRetracts()).isEqualTo("/shop#0");
        assertThat(retraction.getChannel()).isEmpty();
        assertThat(correction.getEventId()).isEqualTo("/shop#0");
        assertThat(correction.getRevision()).isEqualTo(3);
    }

    @Test
    void theDataOfOurTypeIsANativeEventThatTheEnvelopeCompletes() {
        String data = "'channel': 'store', 'kind': 'purchase', 'direction': 'in',"
                + " 'money': {'amountMinor': 1999, 'currency': 'EUR'}, 'occurredAt': null";
        Touchpoint touch = touch("'type': 'io.truenorth.touchpoint.v1', 'subject': 'crm:c-1',"
                + " 'time': '2026-03-01T10:00:00Z', 'data': {" + data + "}");

        assertThat(touch.getEventId()).isEqualTo("/shop#1");
        assertThat(TranslationUnderTest.identities(touch)).containsExactly("crm:c-1");
        assertThat(touch.getMoney()).isEqualTo(new Money(1999L, "EUR"));
        assertThat(touch.getOccurredAt())
                .isEqualTo(Instant.parse("2026-03-01T10:00:00Z").toEpochMilli());
    }

    @Test
    void theDataOfOurTypeComesFirst() {
        Touchpoint touch = touch("""
                'type': 'io.truenorth.touchpoint.v1', 'subject': 'crm:other', 'time': '2026-03-01T10:00:00Z',
                'data': {'eventId': 'e-1', 'occurredAt': '2026-02-01T10:00:00Z', 'channel': 'web', 'kind': 'visit',
                 'direction': 'in', 'identities': [{'namespace': 'crm', 'value': 'c-1'}]}""");

        assertThat(touch.getEventId()).isEqualTo("e-1");
        assertThat(TranslationUnderTest.identities(touch)).containsExactly("crm:c-1");
        assertThat(touch.getOccurredAt())
                .isEqualTo(Instant.parse("2026-02-01T10:00:00Z").toEpochMilli());
    }

    @Test
    void aLongIdIsShortenedToItsHash() {
        String id = "x".repeat(300);
        Touchpoint touch = touch("'subject': 'c-1', 'type': 't', 'id': '" + id + "'");

        assertThat(touch.getEventId()).matches("sha256:[0-9a-f]{64}");
        assertThat(touch("'subject': 'c-1', 'type': 't', 'id': '" + id + "y'").getEventId())
                .isNotEqualTo(touch.getEventId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'type': 't'                                                             | /subject   | expected the customer's identity",
                "'type': '注文', 'subject': 'c-1'                                          | /type      | expected a name that makes a kind",
                "'type': 't', 'subject': 'c-1', 'direction': 'up'                        | /direction | expected in",
                "'type': 't', 'subject': 'c-1', 'time': '2026-03-02T10:00:00Z'           | /time      | ",
                "'type': 'io.truenorth.touchpoint.v1', 'subject': 'c-1', 'data': 'text'  | /data      | expected a native event",
                "'type': 'io.truenorth.touchpoint.v1', 'subject': 'c-1', 'data': {'channel': 'web', 'kind': 'visit'} | /data/direction | missing",
            })
    void whatIsNoTouchIsNamedByItsPlace(String members, String path, String expected) {
        FailedEvent failure = translation.failure(event(members), STRUCTURED);

        assertThat(failure.path()).isEqualTo(path);
        assertThat(failure.message()).contains(expected == null ? "" : expected);
    }

    private Touchpoint touch(String members) {
        return translation.touchpoint(event(members), STRUCTURED);
    }

    private static String event(String members) {
        String id = members.contains("'id'") ? "" : "'id': '1', ";
        return ("{'specversion': '1.0', 'source': '/shop', " + id + members + "}").replace('\'', '"');
    }
}
