package io.truenorth.documents.history;

import static io.truenorth.documents.history.Recorder.HEADER;
import static io.truenorth.documents.history.Recorder.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.relationship.ledger.Touch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns {@code id}, {@code retracts} and {@code revision}. */
class HistoryCorrectionsTest {

    private static final String ALL = HEADER.strip() + ",id,retracts,revision\n";

    @Test
    void aLineWithAnIdIsTheEventOfThisIdInItsSource() {
        assertThat(read(ALL + "c,1,web,visit,in,,,,a,,\nc,1,web,visit,in,,,, a ,,0\n")
                        .ids())
                .containsExactly("h:a", "h:a");
    }

    @Test
    void emptyColumnsChangeNoId() {
        String plain = "c,1,web,visit,in,,,";

        assertThat(read(ALL + plain + ",,,\n" + plain + ",NULL,undefined,\n" + plain + ",,,0\n").events)
                .isEqualTo(read(HEADER + (plain + "\n").repeat(3)).events);
    }

    @Test
    void idsOfOtherLinesDoNotCountTheirOccurrences() {
        String plain = "c,1,web,visit,in,,,";

        assertThat(read(ALL + plain + ",,,\n" + plain + ",a,,\n" + plain + ",,,\n")
                        .ids())
                .containsExactly(
                        read(HEADER + plain).ids().get(0),
                        "h:a",
                        read(HEADER + plain + "\n" + plain).ids().get(1));
    }

    @Test
    void aCorrectionBecomesATouchWithItsRevision() {
        HistoryEvent correction = read(ALL + "c,86400,survey,survey_answered,in,1,,,a,,3\n")
                .events
                .get(0);

        assertThat(correction.toTouch().revision()).isEqualTo(3);
        assertThat(correction.toTouch().isRetraction()).isFalse();
    }

    @Test
    void aRetractionNeedsACustomerAndATimeAlone() {
        List<HistoryEvent> retractions = List.of(
                read(ALL + "c,86400,,,,,,,b,a,\n").events.get(0),
                read("customer,ts,id,retracts\nc,86400,b,a\n").events.get(0),
                read("{\"customer\":\"c\",\"ts\":86400,\"id\":\"b\",\"retracts\":\"a\"}")
                        .events
                        .get(0),
                read(ALL + "c,86400,Web Shop,undefined,sideways,9,much,\u200b,b,a,0\n")
                        .events
                        .get(0));

        assertThat(retractions).containsOnly(retractions.get(0));
        assertThat(retractions.get(0).eventId()).isEqualTo("h:b");
        assertThat(retractions.get(0).toTouch()).isEqualTo(Touch.retractionOf("h:a", 86_400_000));
    }

    @Test
    void aRetractionWithoutAnIdHasOneOfWhatItRetracts() {
        String lines = "customer,ts,retracts\nc,1,a\nc,1,b\n";

        assertThat(read(lines).ids())
                .allMatch(id -> id.matches("h:[0-9a-f]{32}:1"))
                .doesNotHaveDuplicates()
                .isEqualTo(read(lines).ids());
    }

    @Test
    void numbersOfJsonAreIdsAsTheyAreWritten() {
        assertThat(read("{\"customer\":\"c\",\"ts\":1,\"channel\":\"w\",\"kind\":\"k\",\"direction\":\"in\",\"id\":17,"
                                + "\"retracts\":null,\"revision\":2.0}")
                        .events)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.eventId()).isEqualTo("h:17");
                    assertThat(event.revision()).isEqualTo(2);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "c,1,web,visit,in,,,,a,,-1 | revision: expected a whole number from 0 to 2147483647 or nothing, was \"-1\"",
                "c,1,web,visit,in,,,,a,,1.5 | revision: expected a whole number from 0 to 2147483647 or nothing, was \"1.5\"",
                "c,1,web,visit,in,,,,a,,soon | revision: expected a whole number from 0 to 2147483647 or nothing, was \"soon\"",
                "c,1,web,visit,in,,,,a,,2147483648 | revision: expected a whole number from 0 to 2147483647 or nothing,"
                        + " was \"2147483648\"",
                "c,1,web,visit,in,,,,,,1 | id: expected the id of the event that the line corrects, was empty",
                "c,1,,,,,,,b,a,1 | revision: expected nothing, as the line is a retraction, was 1",
                "c,1,,,,,,,a,a, | id: expected an id of the retraction's own, or none, was the one that it retracts",
                "c,1,web,visit,in,,,,a\u200b,, | id: expected a text without characters that nobody sees"
                        + " (U+200B ZERO WIDTH SPACE), was \"a\\u200b\"",
                "c,1,,,,,,,,a\u0007b, | retracts: expected a text without control characters, was \"a\\u0007b\"",
                "c,,,,,,,,,a, | ts: expected a time in epoch seconds, was empty",
                ",1,,,,,,,,a, | customer: expected a name, was empty",
                "c,1,,,,,,,a,, | channel: expected a name, was empty",
            })
    void aBadLineIsRefusedByItsColumnAndTheRestIsRead(String line, String message) {
        String good = "c,1,web,visit,in,,,,,,\n";

        Recorder recorder = read(ALL + good + line + "\n" + good);

        assertThat(recorder.rejected).containsExactly("h.csv:3: " + message);
        assertThat(recorder.events).hasSize(2);
    }
}
