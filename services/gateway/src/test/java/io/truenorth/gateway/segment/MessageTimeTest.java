package io.truenorth.gateway.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.gateway.TranslationUnderTest;
import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.ingest.IngestResult.FailedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a message that arrives at noon of 1 March 2026 says that its event happened. */
class MessageTimeTest {

    private final TranslationUnderTest translation = new TranslationUnderTest(
            new SegmentTranslation("store", new KindNames(Map.of()), Optional.empty(), ConsentCategories.usual()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'yesterday'",
                "''",
                "'  '",
                "null",
                "true",
                "[]",
                "{}",
                "-1",
                "0",
                "1e99",
                "'2026-03-01'",
                "'2026-03-01T10:00:00'",
                "'+999999999-01-01T00:00:00Z'",
                "'1970-01-01T00:00:00Z'",
                "'2020-01-01T00:00:00Z'",
                "'2026-02-28T09:58:00Z'",
                "'2026-03-03T10:00:00Z'",
                "'2099-01-01T00:00:00Z'",
                "'9999-12-31T23:59:59Z'"
            })
    void aSentAtThatCannotBeTrueCostsAndCorrectsNothing(String sentAt) {
        String message = page("'timestamp': '2026-02-28T10:00:00Z', 'sentAt': " + sentAt);
        String ofBatch = page("'timestamp': '2026-02-28T10:00:00Z'");

        assertThat(occurredAt(message, Map.of())).isEqualTo("2026-02-28T10:00:00Z");
        assertThat(occurredAt(ofBatch, Map.of(SegmentTranslation.SENT_AT, sentAt.replace("'", ""))))
                .isEqualTo("2026-02-28T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        // A clock that is years behind, days ahead, an hour ahead; a clock that was set while the message waited.
        "2019-01-01T10:00:00Z, 2019-01-01T10:05:00Z, 2026-03-01T11:55:00Z",
        "2026-03-09T10:00:00Z, 2026-03-09T10:05:00Z, 2026-03-01T11:55:00Z",
        "2026-03-01T12:30:00Z, 2026-03-01T13:00:00Z, 2026-03-01T11:30:00Z",
        "2026-03-01T09:00:00Z, 2026-03-01T13:00:00Z, 2026-03-01T08:00:00Z",
        "2026-03-09T10:00:00.002Z, 2026-03-09T10:00:00Z, 2026-03-01T12:00:00Z",
        // Waited for two months on a phone without a network.
        "2026-01-01T10:00:00Z, 2026-03-01T12:00:00Z, 2026-01-01T10:00:00Z",
        // With other offsets, and as numbers.
        "2026-03-01T11:00:00.5+01:00, 2026-03-01T11:00:00Z, 2026-03-01T11:00:00.500Z",
        "2026-03-01T10:00:00.000+0000, 1772359200, 2026-03-01T12:00:00Z"
    })
    void aClockThatIsWrongIsCorrected(String timestamp, String sentAt, Instant expected) {
        String message = page("'timestamp': '" + timestamp + "', 'sentAt': '" + sentAt + "'");

        assertThat(occurredAt(message, Map.of())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'timestamp': '2026-02-28T10:00:00Z', 'originalTimestamp': 'noon'",
                "'timestamp': 'noon', 'originalTimestamp': '2026-02-28T10:00:00Z'",
                "'timestamp': '', 'originalTimestamp': '2026-02-28T10:00:00Z'",
                "'original_timestamp': '2026-02-28T11:00:00+01:00'",
                "'timestamp': '2026-02-28 10:00:00Z'",
                "'timestamp': '2026-02-28t10:00:00.000z'",
                "'timestamp': '2026-02-28T10:00:00+0000'",
                "'timestamp': '2026-02-28T12:00+02'",
                "'timestamp': 1772272800000",
                "'timestamp': '1772272800000'",
                "'timestamp': 1772272800",
                "'timestamp': 1772272800.000",
                "'timestamp': '2026-02-28T10:00:00Z', 'receivedAt': 'noon'"
            })
    void theTimeIsTheFirstThatCanBeRead(String times) {
        assertThat(occurredAt(page(times), Map.of())).isEqualTo("2026-02-28T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'timestamp': ' '", "'timestamp': null, 'sentAt': 'x'"})
    void withoutATimeItHappenedWhenItArrived(String times) {
        assertThat(occurredAt(page(times), Map.of())).isEqualTo(TranslationUnderTest.ARRIVAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'timestamp': 'noon'                                   | /timestamp         | was \"noon\"",
                "'timestamp': {}                                       | /timestamp         | was an object",
                "'timestamp': 17                                       | /timestamp         | was \"17\"",
                "'timestamp': '+999999999-01-01T00:00:00Z'             | /timestamp         | expected a time in ISO 8601",
                "'original_timestamp': 'noon'                          | /original_timestamp | was \"noon\"",
                "'timestamp': '2026-03-02T12:00:00Z', 'sentAt': 'noon' | /timestamp         | expected a time no later than",
            })
    void aTimeThatCannotBeReadOrTrueIsRefusedByName(String times, String path, String expected) {
        FailedEvent failure = translation.failure(page(times), Map.of());

        assertThat(failure.path()).isEqualTo(path);
        assertThat(failure.message()).contains(expected);
    }

    private static String page(String times) {
        String more = times.isEmpty() ? "" : ", " + times;
        return ("{'type': 'page', 'userId': 'u-1', 'messageId': 'm-1'" + more + "}").replace('\'', '"');
    }

    private Instant occurredAt(String message, Map<String, String> headers) {
        return Instant.ofEpochMilli(translation.touchpoint(message, headers).getOccurredAt());
    }
}
