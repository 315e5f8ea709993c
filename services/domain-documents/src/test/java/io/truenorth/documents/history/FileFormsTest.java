package io.truenorth.documents.history;

import static io.truenorth.documents.history.Recorder.HEADER;
import static io.truenorth.documents.history.Recorder.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.truenorth.documents.Document;
import io.truenorth.identity.Placeholders;
import io.truenorth.relationship.model.ScoringModel;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that files have: encodings, line ends and breaks, numbers, times, identities. */
class FileFormsTest {

    private static final String TIME = "time: {column: t, format: epoch-seconds}\n";
    private static final String EVENT =
            "channel: {constant: web}\nkind: {constant: visit}\ndirection: {constant: in}\n";
    private static final String REST = TIME + "customer: {column: c}\n" + EVENT;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decimal: comma | 12,50 | 1250",
                "decimal: comma | -0,5 | -50",
                "decimal: comma | 12.50 | -",
                "{decimal: comma, thousands: point} | 1.249,00 | 124900",
                "{decimal: comma, thousands: point} | 12.49,00 | -",
                "{decimal: comma, thousands: space} | 1 234 567,8 | 123456780",
                "{decimal: comma, thousands: space} | 1\u202f234 | 123400",
                "thousands: apostrophe | 1'234.5 | 123450",
                "thousands: apostrophe | 1’234 | 123400",
                "thousands: comma | 1,234 | 123400",
                "thousands: comma | 1234.00 | 123400",
                "thousands: comma | 1,23 | -",
                "{value: {column: v, symbol: $}} | $8.50 | 850",
                "{value: {column: v, symbol: $}} | -$4.00 | -400",
                "{value: {column: v, symbol: €}, decimal: comma} | 12,00 € | 1200",
                "{value: {column: v, symbol: $}} | €4.00 | -",
                "thousands: space | \u22121.5 | -150",
            })
    void numbersAreReadAsTheMappingSaysTheyAreWritten(String form, String text, String minor) {
        String keys = form.replaceAll("^\\{(.*)}$", "$1").replaceAll("(?<=\\w|}), (?=decimal|thousands)", "\n");
        String value = keys.contains("value:") ? "" : "value: {column: v}\n";

        Recorder recorder = read("separator: semicolon\n" + keys + "\n" + value + REST, "c;t;v\na;1;" + text + "\n");

        if (minor.equals("-")) {
            assertThat(recorder.rejected).hasSize(1);
        } else {
            assertThat(recorder.rejected).isEmpty();
            assertThat(recorder.events.get(0).valueMinor()).hasValue(Long.parseLong(minor));
        }
    }

    @Test
    void moneyCountsInMinorUnitsOfTheReportingCurrency() throws UnusableHistoryException {
        String mapping =
                REST + "value: {column: v, currency: {column: cur}, rates: {USD: 0.9, JPY: 0.0075, EUR: 1.1}}\n";
        String content = "c,t,v,cur\na,1,1250,JPY\na,1,10.50,usd\na,1,7,CHF\na,1,7,XXX\na,1,7,\na,1,,\n";

        Recorder yen = read(mapping, content, "JPY");
        Recorder euros = read(mapping, content, "EUR");

        assertThat(yen.events.get(0).valueMinor()).hasValue(1_250);
        assertThat(euros.events)
                .extracting(event -> event.valueMinor().orElse(-1))
                .containsExactly(938L, 945L, -1L);
        assertThat(euros.rejected)
                .containsExactly(
                        "h.csv:4: cur: expected the reporting currency EUR or one with a rate [EUR, JPY, USD], was CHF",
                        "h.csv:5: cur: expected an ISO 4217 code such as EUR, was \"XXX\"",
                        "h.csv:6: cur: expected an ISO 4217 code such as EUR, was empty");
    }

    @Test
    void withoutACurrencyAnAmountIsInTheReportingCurrency() throws UnusableHistoryException {
        assertThat(read(REST + "value: {column: v}\n", "c,t,v\na,1,1250\n", "JPY")
                        .events
                        .get(0)
                        .valueMinor())
                .hasValue(1_250);
        assertThat(read(REST + "value: {column: v}\n", "c,t,v\na,1,1.2345\n", "KWD")
                        .events
                        .get(0)
                        .valueMinor())
                .hasValue(1_234);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{columns: [d, h], format: pattern, pattern: 'dd.MM.yyyy HH:mm'} | 05.03.2021,10:15 | 2021-03-05T10:15:00Z",
                "{columns: [d, h], format: pattern, pattern: 'MM/dd/yyyy HH:mm:ss z'} | 03/05/2021,10:15:00 PST"
                        + " | 2021-03-05T18:15:00Z",
                "{column: d, format: pattern, patterns: ['dd.MM.yyyy HH:mm', dd.MM.yyyy]} | 05.03.2021,x"
                        + " | 2021-03-05T00:00:00Z",
                "{column: d, format: pattern, patterns: ['dd/MM/yyyy', 'MM/dd/yyyy']} | 25/03/2021,x"
                        + " | 2021-03-25T00:00:00Z",
                "{column: d, format: pattern, patterns: ['dd/MM/yyyy', 'MM/dd/yyyy']} | 05/03/2021,x |",
            })
    void timesAreReadFromSeveralColumnsAndByThePatternsInTurn(String time, String fields, String instant) {
        Recorder recorder = read("time: " + time + "\ncustomer: {column: c}\n" + EVENT, "c,d,h\na," + fields + "\n");

        if (instant == null) {
            assertThat(recorder.rejected)
                    .singleElement()
                    .asString()
                    .contains("5 March 2021 as dd/MM/yyyy or 3 May 2021 as MM/dd/yyyy; state the pattern");
        } else {
            assertThat(recorder.rejected).isEmpty();
            assertThat(Instant.ofEpochMilli(recorder.events.get(0).occurredAt()))
                    .hasToString(instant);
        }
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
    void theStrongestIdentityIsTheCustomerAndAllAreKept() throws UnusableHistoryException {
        IdentityForms forms = (namespace, value, region) -> {
            if (namespace.equals("phone") && !value.startsWith("+")) {
                throw new IllegalArgumentException("expected a phone number with its country, was " + region);
            }
            return value.toLowerCase(Locale.ROOT);
        };
        String mapping = TIME + "identities: [{crm: Id}, {email: E-mail}, {phone: Tel}]\nregion: CH\n" + EVENT
                + "attributes: {region: Land, tier: Stufe}\n";
        String content =
                "Id,E-mail,Tel,t,Land,Stufe\n7, Ann@example.org ,079,1,North,\nundefined,Ann@example.org,,1,NULL,x\n"
                        + ",,079,1,,\n,,,1,,\n";
        Recorder recorder = new Recorder();

        new HistoryReader(
                        mapping(mapping),
                        ScoringModel.standard(),
                        new CustomerNames("customer", Placeholders.standard(), forms),
                        Recorder.NOW)
                .read(file(content.getBytes(StandardCharsets.UTF_8)), recorder);

        assertThat(recorder.events)
                .extracting(HistoryEvent::customer)
                .containsExactly("crm:7", "email:ann@example.org");
        assertThat(recorder.events.get(0).identities())
                .containsExactly(new HistoryIdentity("crm", "7"), new HistoryIdentity("email", "ann@example.org"));
        assertThat(recorder.events)
                .extracting(HistoryEvent::attributes)
                .containsExactly(Map.of("region", "North"), Map.of("tier", "x"));
        assertThat(recorder.rejected)
                .containsExactly(
                        "h.csv:4: Tel: expected a phone number with its country, was Optional[CH]",
                        "h.csv:5: expected an identity in one of Id, E-mail, Tel, was none");
    }

    @Test
    void channelsAndKindsAreLowerCaseWords() {
        Recorder recorder = Recorder.read(HEADER + "a,1,store,purchase,in,,,\na,1,Store,Purchase,IN,,,\n"
                + "a,1,store ,OrderCompleted,in,,,\na,1,live-chat,Order Completed,in,,,\n");

        assertThat(recorder.rejected).isEmpty();
        assertThat(recorder.events)
                .extracting(HistoryEvent::channel)
                .containsExactly("store", "store", "store", "live-chat");
        assertThat(recorder.events)
                .extracting(HistoryEvent::kind)
                .containsExactly("purchase", "purchase", "order_completed", "order_completed");
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

    private static HistoryMapping mapping(String text) {
        return HistoryMappingDocument.read(
                Document.of("m.yaml", text.getBytes(StandardCharsets.UTF_8)), ScoringModel.standard());
    }

    private static HistoryFile file(byte[] content) {
        return new HistoryFile("h.csv", "h", () -> new ByteArrayInputStream(content));
    }

    private static Recorder read(String mapping, byte[] content) {
        return Recorder.read(content, mapping(mapping), ScoringModel.standard());
    }

    private static Recorder read(String mapping, String content) {
        return read(mapping, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Recorder read(String mapping, String content, String currency) throws UnusableHistoryException {
        Recorder recorder = new Recorder();
        new HistoryReader(
                        mapping(mapping),
                        ScoringModel.standard(),
                        CustomerNames.standard(),
                        new ReportingCurrency(currency, Map.of()),
                        Recorder.NOW)
                .read(file(content.getBytes(StandardCharsets.UTF_8)), recorder);
        return recorder;
    }
}
