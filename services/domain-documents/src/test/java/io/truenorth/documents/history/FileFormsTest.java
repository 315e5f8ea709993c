package io.truenorth.documents.history;

import static io.truenorth.documents.history.MappedFile.REST;
import static io.truenorth.documents.history.MappedFile.read;
import static io.truenorth.documents.history.Recorder.HEADER;
import static io.truenorth.documents.history.Recorder.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.truenorth.relationship.model.ScoringModel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that files have: encodings, line ends and breaks, lines and fields that are no data. */
class FileFormsTest {

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "UTF-16LE, UTF-16LE",
        "UTF-16BE, UTF-16BE",
        "utf-16, UTF-16",
        "ISO-8859-1, ISO-8859-1",
        "latin1, ISO-8859-1",
        "Cp1252, windows-1252",
        "macintosh, x-MacRoman",
        "MacRoman, x-MacRoman"
    })
    void aFileIsReadInTheEncodingThatTheMappingNames(String name, String charset) {
        byte[] content = "c,t\r\nJürgen Weiß,1\r\nZoë,2".getBytes(Charset.forName(charset));

        for (byte[] form : List.of(content, gzip(content))) {
            Recorder recorder = read("encoding: " + name + "\n" + REST, form);

            assertThat(recorder.rejected).isEmpty();
            assertThat(recorder.events).extracting(HistoryEvent::customer).containsExactly("Jürgen Weiß", "Zoë");
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoTextInUtf16Either(String name) {
        assertThat(read("encoding: " + name + "\n" + REST, "\ufeffc,t\na,1\n".getBytes(Charset.forName(name))).events)
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, windows-1252",
        "ISO-8859-1, windows-1252",
        "x-MacRoman, macintosh",
        "UTF-16LE, UTF-16LE",
        "UTF-16BE, UTF-16BE",
        "UTF-16, UTF-16BE"
    })
    void anEncodingIsGuessedForTheMessageOnly(String charset, String guess) {
        byte[] content = "für,Größe,Spaß\n".repeat(3).getBytes(Charset.forName(charset));

        assertThatExceptionOfType(UnusableHistoryException.class)
                .isThrownBy(() -> Recorder.tryToRead(content, HistoryMapping.canonical(), ScoringModel.standard()))
                .withMessageContaining(
                        "the file is not UTF-8, it looks like %s: state encoding: %s in a mapping", guess, guess);
    }

    @Test
    void bytesThatAreNoCharacterRejectTheirLineAlone() {
        byte[] content = "c,t\na,1\nb?,2\nc,3\n".getBytes(StandardCharsets.US_ASCII);
        content[9] = (byte) 0x81;

        Recorder recorder = read("encoding: windows-1252\n" + REST, content);

        assertThat(recorder.events).extracting(HistoryEvent::customer).containsExactly("a", "c");
        assertThat(recorder.rejected).singleElement().asString().startsWith("h.csv:3: expected text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndEndsALine(String end) {
        Recorder recorder = Recorder.read(
                (HEADER + "a,1,web,visit,in,,,\n\nb,soon,web,visit,in,,,\nc,1,web,visit,in,,,").replace("\n", end));

        assertThat(recorder.events).extracting(HistoryEvent::customer).containsExactly("a", "c");
        assertThat(recorder.rejected).containsExactly("h.csv:4: ts: expected a time in epoch seconds, was \"soon\"");
    }

    @Test
    void aLineEndAtTheBorderOfABufferIsOne() {
        String line = "c-1,1,web,visit,in,,,";
        for (int padding = 0; padding < 200; padding += 31) {
            String text = HEADER + "x".repeat(65_000 + padding) + "\r\n" + (line + "\r\n").repeat(7_000);

            Recorder recorder = Recorder.read(text);

            assertThat(recorder.events).hasSize(7_000);
        }
    }

    @Test
    void aQuotedFieldMayContainLineBreaks() {
        Recorder recorder = Recorder.read(HEADER
                + "a,1,web,visit,in,,,\"first line\nsecond, \"\"line\"\"\n\nlast\"\n"
                + "b,soon,web,visit,in,,,\n"
                + "\"c\n\",1,web,visit,in,,,\n");

        assertThat(recorder.events)
                .singleElement()
                .satisfies(event -> assertThat(event.subject()).isEqualTo("first line second, \"line\" last"));
        assertThat(recorder.rejected)
                .containsExactly(
                        "h.csv:6: ts: expected a time in epoch seconds, was \"soon\"",
                        "h.csv:7: customer: expected a text without control characters, was \"c\\u000a\"");
    }

    @Test
    void aHeaderMayContainLineBreaks() {
        assertThat(read(REST.replace("{column: c}", "{column: \"c\\nd\"}"), "\"c\nd\",t\na,1\n").events)
                .hasSize(1);
    }

    @Test
    void aQuoteThatIsNeverClosedRejectsTheLineWhereItWasOpened() {
        Recorder recorder = Recorder.read(HEADER + "a,1,web,visit,in,,,\"open\n"
                + "b,1,web,visit,in,,,\n".repeat(10_000) + "c,1,web,visit,in,,,\"closed\"\n");

        assertThat(recorder.events).hasSize(10_001);
        assertThat(recorder.rejected)
                .containsExactly(
                        "h.csv:2: expected every quote closed, and a separator or the end of the line after it,"
                                + " was one opened here and not closed within 65536 characters");
    }

    @Test
    void aQuoteThatTheNextQuoteDoesNotCloseRejectsItsLineAlone() {
        Recorder recorder = Recorder.read(HEADER + "a,1,web,visit,in,,,\"open\nb,1,web,visit,in,,,\"b\"\n");

        assertThat(recorder.events).extracting(HistoryEvent::customer).containsExactly("b");
        assertThat(recorder.rejected)
                .containsExactly(
                        "h.csv:2: expected every quote closed, and a separator or the end of the line after it,"
                                + " was one opened here, and text after the next quote, in line 3");
    }

    @Test
    void whatIsNoDataIsSkippedAsTheMappingSays() {
        Recorder recorder = read(
                "skipLines: 3\nskipAfterHeader: 1\nskipWithoutCustomer: true\n" + REST,
                "Report\n\n\"of, March\nc,t\n\"the customer\nof the shop\",the time\na,1\nTotal\n,17\nb,2\n");

        assertThat(recorder.events).extracting(HistoryEvent::customer).containsExactly("a", "b");
        assertThat(recorder.rejected).containsExactly("h.csv:8: expected 2 fields, as many as the header has, was 1");
        assertThat(recorder.notes).containsExactly("h.csv:10: 1 lines without a customer were skipped");
    }

    @Test
    void aLineWithoutACustomerIsRefusedUnlessTheMappingSkipsIt() {
        assertThat(read(REST, "c,t\na,1\n,17\n").rejected).containsExactly("h.csv:3: c: expected a name, was empty");
    }

    @Test
    void fieldsWithoutAColumnAreNotedIfAllRecordsHaveThem() {
        Recorder trailing = Recorder.read(HEADER + "a,1,web,visit,in,,,,\na,1,web,visit,in,,,,,,\n");
        Recorder more = Recorder.read(HEADER + "a,1,web,visit,in,,,,x\na,1,web,visit,in,,,,y\na,1,web,visit,in,,,\n");

        assertThat(trailing.events).hasSize(2);
        assertThat(trailing.notes).isEmpty();
        assertThat(more.events).hasSize(3);
        assertThat(more.rejected).isEmpty();
        assertThat(more.notes).containsExactly("h.csv:2: column 9 has no name in the header (ignored)");
    }
}
