package io.truenorth.documents.history;

import static io.truenorth.documents.history.MappedFile.EVENT;
import static io.truenorth.documents.history.MappedFile.REST;
import static io.truenorth.documents.history.MappedFile.TIME;
import static io.truenorth.documents.history.MappedFile.file;
import static io.truenorth.documents.history.MappedFile.mapping;
import static io.truenorth.documents.history.MappedFile.read;
import static io.truenorth.documents.history.Recorder.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.identity.Placeholders;
import io.truenorth.relationship.model.ScoringModel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms that fields have: numbers, money, times, identities, names. */
class FieldFormsTest {

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
}
