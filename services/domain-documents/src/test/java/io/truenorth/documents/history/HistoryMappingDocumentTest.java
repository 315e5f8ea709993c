package io.truenorth.documents.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.truenorth.documents.Document;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.documents.model.ScoringModelDocument;
import io.truenorth.relationship.model.ScoringModel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryMappingDocumentTest {

    private static final ScoringModel STANDARD = ScoringModel.standard();
    private static final String REST =
            "\ncustomer: {column: c}\nchannel: {constant: web}\nkind: {constant: visit}\ndirection: {constant: in}";

    @Test
    void theExampleReadsAFileOfItsForm() {
        Recorder recorder = read(HistoryMappingDocument.exampleText(), """
                client_id,when,place,stars,amount,product,nobody,asks
                7,01.07.2017 10:30,POS,5,12.50,boots,x,y
                8,01.01.2017 00:00,TEL,,,,x,y
                """);

        assertThat(recorder.rejected).isEmpty();
        assertThat(recorder.violations).isEmpty();
        HistoryEvent first = recorder.events.get(0);
        assertThat(first.customer()).isEqualTo("7");
        assertThat(Instant.ofEpochMilli(first.occurredAt())).hasToString("2017-07-01T08:30:00Z");
        assertThat(first.channel()).isEqualTo("store");
        assertThat(first.kind()).isEqualTo("purchase");
        assertThat(first.sentiment()).hasValue(1);
        assertThat(first.valueMinor()).hasValue(1250);
        assertThat(first.subject()).isEqualTo("boots");
        HistoryEvent second = recorder.events.get(1);
        assertThat(Instant.ofEpochMilli(second.occurredAt())).hasToString("2016-12-31T23:00:00Z");
        assertThat(second.channel()).isEqualTo("other");
        assertThat(second.sentiment()).isEmpty();
    }

    @Test
    void jsonLinesAreMappedByTheirFields() {
        Recorder recorder = read(
                "time: {column: t, format: epoch-millis}" + REST + "\nvalue: {column: v, unit: minor}",
                "{\"c\":7,\"t\":1488362400123,\"v\":5,\"x\":1}\n{\"c\":8,\"t\":1488362400123,\"v\":5.5}\n");

        assertThat(recorder.violations).isEmpty();
        assertThat(recorder.events).extracting(HistoryEvent::customer).containsExactly("7", "8");
        assertThat(recorder.events).extracting(HistoryEvent::occurredAt).containsOnly(1_488_362_400_123L);
        assertThat(recorder.events)
                .extracting(event -> event.valueMinor().getAsLong())
                .containsExactly(5L, 6L);
    }

    @Test
    void aFieldThatNoJsonLineHasIsTold() {
        Recorder recorder = read(
                "time: {column: t, format: epoch-seconds}" + REST + "\nvalue: {column: amuont}",
                "{\"c\":7,\"t\":1,\"amount\":5}\n");

        assertThat(recorder.events).hasSize(1);
        assertThat(recorder.notes)
                .containsExactly(
                        "h.csv:1: the column \"amuont\", which the mapping shop.yaml names for value, is in no line");
    }

    @Test
    void aColumnThatTheFileLacksMakesItUnusable() {
        HistoryMapping mapping =
                mapping("time: {column: t, format: epoch-seconds}" + REST + "\nvalue: {column: amuont}", STANDARD);

        assertThatExceptionOfType(UnusableHistoryException.class)
                .isThrownBy(() ->
                        Recorder.tryToRead("c,t,amount\n1,1,1\n".getBytes(StandardCharsets.UTF_8), mapping, STANDARD))
                .withMessage(
                        "h.csv: expected the column \"amuont\", which the mapping shop.yaml names for value, in the"
                                + " header, was c,t,amount; did you mean amuont by \"amount\"?");
    }

    @Test
    void valuesThatAreNotListedAreRefused() {
        Recorder recorder = read(
                "time: {column: t, format: epoch-seconds}\ncustomer: {column: c}\nkind: {constant: visit}\n"
                        + "channel: {column: place, values: {POS: store, WWW: web}}\n"
                        + "direction: {column: d, values: {1: in, 2: out}}\nsentiment: {column: s, scale: nps}",
                "c,t,place,d,s\n7,1,POS,1,9\n7,1,FAX,1,\n7,1,POS,3,\n7,1,POS,1,11\n7,1,POS,2,7.0\n7,1,POS,2,6.5\n");

        assertThat(recorder.rejected)
                .containsExactly(
                        "h.csv:3: place: expected one of POS, WWW, was \"FAX\"",
                        "h.csv:4: d: expected one of 1, 2, was \"3\"",
                        "h.csv:5: s: expected a whole answer from 0 to 10 or nothing, was \"11\"",
                        "h.csv:7: s: expected a whole answer from 0 to 10 or nothing, was \"6.5\"");
        assertThat(recorder.events).hasSize(2);
        assertThat(recorder.events.get(1).sentiment()).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"comma, ','", "semicolon, ;", "tab, '\t'", "pipe, |"})
    void fieldsAreSeparatedAsTheMappingSays(String name, String separator) {
        Recorder recorder = read(
                "separator: " + name + "\ntime: {column: t, format: epoch-seconds}" + REST,
                "c,t\n\"a\",1\nb,2\n".replace(",", separator));

        assertThat(recorder.events).extracting(HistoryEvent::customer).containsExactly("a", "b");
    }

    @Test
    void kindsAreHeldAgainstTheModel() {
        ScoringModel model = ScoringModelDocument.read(Document.of(
                "m", "{id: ours, unknownKinds: refuse, kinds: {purchase: {}}}".getBytes(StandardCharsets.UTF_8)));

        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> mapping("time: {column: t, format: epoch-seconds}" + REST, model))
                .withMessage("shop.yaml:4: kind.constant: expected a kind of the model ours, was \"visit\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tiem: {} | time: expected, but missing"
                        + " / tiem: unknown key, did you mean time? (known here: sentiment, value, retracts, time, identities,"
                        + " skipWithoutCustomer, region, references, customer, channel, kind, direction, decimal, thousands, subject,"
                        + " id, revision, attributes, consent, encoding, separator, skipLines, skipAfterHeader)",
                "time: {} | time.column: expected, but missing / time.format: expected, but missing",
                "time: {column: t, format: iso} | time.format: expected one of iso-8601, epoch-seconds, epoch-millis,"
                        + " pattern, was \"iso\"",
                "time: {column: t, format: pattern} | time.pattern: expected, but missing, as format is pattern",
                "time: {column: t, format: pattern, pattern: 'dd.MM'} | time.pattern: expected a pattern such as"
                        + " dd.MM.yyyy HH:mm, was \"dd.MM\": it does not tell year, month and day",
                "time: {column: t, format: pattern, pattern: 'dd.MM.yyyy hh:mm'} | time.pattern: expected a pattern such as"
                        + " dd.MM.yyyy HH:mm, was \"dd.MM.yyyy hh:mm\": it does not tell the hour of the day (HH, or hh"
                        + " with a)",
                "time: {column: t, format: pattern, pattern: 'bb'} | time.pattern: expected a pattern such as"
                        + " dd.MM.yyyy HH:mm, was \"bb\": Unknown pattern letter: b",
                "time: {column: t, format: iso-8601, zone: Europe/Zurch} | time.zone: expected a time zone such as"
                        + " Europe/Zurich, was \"Europe/Zurch\"",
                "time: {column: t, format: epoch-millis, zone: UTC} | time.zone: expected with a written date only, epoch"
                        + " times have no zone",
                "time: {column: t, format: epoch-millis, pattern: yyyy} | time.pattern: expected with format: pattern only",
                "`T\nsubject: {column: a, constant: b}` | subject: expected either a column or a constant",
                "`T\nsubject: {}` | subject: expected either a column or a constant",
                "`T\nsubject: {constant: b, values: {x: y}}` | subject.values: expected beside a column only, not beside a"
                        + " constant",
                "`T\nsubject: {column: b, otherwise: x}` | subject.otherwise: expected values beside it",
                "`T\nsubject: {column: b, values: {x: \"a\\nb\"}}` | subject.values.x: expected a text without control"
                        + " characters, was \"a\\u000ab\"",
                "`T\nsentiment: {scale: nps}` | sentiment.column: expected, but missing",
                "`T\nsentiment: {column: s, scale: thumbs}` | sentiment.scale: expected a scale of the model standard (nps,"
                        + " stars), was thumbs",
                "`T\nvalue: {column: v, unit: cents}` | value.unit: expected one of major, minor, was \"cents\"",
                "`T\nid: {}` | id.column: expected, but missing",
                "`T\nretracts: order_no` | retracts: expected a map, was \"order_no\"",
                "`T\nrevision: {columm: v}` | revision.column: expected, but missing / revision.columm: unknown key, did you"
                        + " mean column? (known here: column)",
                "`T\nrevison: {column: v}` | revison: unknown key, did you mean revision? (known here: sentiment, value, retracts, time, identities,"
                        + " skipWithoutCustomer, region, references, customer, channel, kind, direction, decimal, thousands, subject,"
                        + " id, revision, attributes, consent, encoding, separator, skipLines, skipAfterHeader)",
                "`T\nencoding: cp9999` | encoding: expected one of UTF-8, UTF-16, UTF-16LE, UTF-16BE, ISO-8859-1,"
                        + " ISO-8859-15, windows-1252, macintosh, was \"cp9999\"",
                "`T\nthousands: point` | thousands: expected another character than that of decimals",
                "`T\nvalue: {column: v, currency: {constant: EURO}}` | value.currency.constant: expected an ISO 4217 code"
                        + " such as EUR, was \"EURO\"",
                "`T\nvalue: {column: v, rates: {USD: -1}}` | value.rates.USD: expected a positive decimal number such as"
                        + " 0.92, was \"-1\"",
                "`T\nidentities: [{crm: a}]` | identities: expected instead of customer, not beside it",
                "`T\nattributes: {'a b': c}` | attributes[\"a b\"]: expected a name of up to 64 letters, digits, . _ or -, was"
                        + " \"a b\"",
                "`T\nregion: Schweiz` | region: expected a region by ISO 3166, such as CH, was \"Schweiz\"",
                "`T\nseparator: ;` | separator: expected one of comma, semicolon, tab, pipe, was \";\"",
            })
    void everyErrorIsToldByItsPath(String document, String problems) {
        String text = document.replace("T\n", "time: {column: t, format: epoch-seconds}\n") + REST;

        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> mapping(text, STANDARD))
                .satisfies(e -> assertThat(e.problems().stream().map(Object::toString))
                        .containsExactlyInAnyOrder(problems.split(" / ")));
    }

    @Test
    void aMappingNamesTheColumnsOfCorrectionsAndRetractions() {
        Recorder recorder = read(
                "time: {column: t, format: epoch-seconds}" + REST
                        + "\nid: {column: no}\nretracts: {column: cancels}\nrevision: {column: version}",
                "c,t,no,cancels,version\n7,1,a,,2\n7,1,b,a,\n7,1,c,,x\n");

        assertThat(recorder.ids()).containsExactly("h:a", "h:b");
        assertThat(recorder.events).extracting(HistoryEvent::retracts).containsExactly("", "h:a");
        assertThat(recorder.events).extracting(HistoryEvent::revision).containsExactly(2, 0);
        assertThat(recorder.rejected)
                .containsExactly(
                        "h.csv:4: version: expected a whole number from 0 to 2147483647 or nothing, was \"x\"");
    }

    @Test
    void theOptionalKeysOfTheExampleAreValid() {
        String example = HistoryMappingDocument.exampleText().replaceAll("(?m)^# (id|retracts|revision): ", "$1: ");

        Recorder recorder = read(example, """
                client_id,when,place,stars,amount,product,order_no,cancels,version
                7,01.07.2017 10:30,POS,5,12.50,boots,17,,2
                7,01.07.2017 10:30,,,,,18,17,
                """);

        assertThat(recorder.ids()).containsExactly("h:17", "h:18");
        assertThat(recorder.events).extracting(HistoryEvent::retracts).containsExactly("", "h:17");
        assertThat(recorder.events).extracting(HistoryEvent::revision).containsExactly(2, 0);
    }

    @Test
    void aMappingOfRetractionsAloneNeedsNeitherChannelNorKindNorDirection() {
        Recorder recorder = read(
                "time: {column: t, format: epoch-seconds}\ncustomer: {column: c}\nretracts: {column: deleted}",
                "c,t,deleted\n7,1,a\n7,1,\n");

        assertThat(recorder.events).extracting(HistoryEvent::retracts).containsExactly("h:a");
        assertThat(recorder.rejected).containsExactly("h.csv:3: channel: expected a name, was empty");
    }

    @Test
    void aPatternIsOfBoundedLength() {
        String pattern = "[".repeat(20_000);

        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() ->
                        mapping("time: {column: t, format: pattern, pattern: '" + pattern + "'}" + REST, STANDARD))
                .withMessage("shop.yaml:1: time.pattern: expected a pattern such as dd.MM.yyyy HH:mm, was \""
                        + "[".repeat(40) + "…\": it has 20000 characters, expected up to 100");
    }

    @Test
    void whatAMappingPutsIntoEveryEventIsChecked() {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> mapping(
                        "time: {column: t, format: epoch-seconds}\ncustomer: {column: c}\nchannel: {constant: ''}\n"
                                + "kind: {column: k, values: {a: ' '}, otherwise: ''}\ndirection: {constant: inbound}",
                        STANDARD))
                .withMessage("""
                        shop.yaml:3: channel.constant: expected a name, was empty
                        shop.yaml:4: kind.values.a: expected a name, was blank
                        shop.yaml:4: kind.otherwise: expected a name, was empty
                        shop.yaml:5: direction.constant: expected in or out, was "inbound\"""");
    }

    private static HistoryMapping mapping(String text, ScoringModel model) {
        return HistoryMappingDocument.read(Document.of("shop.yaml", text.getBytes(StandardCharsets.UTF_8)), model);
    }

    private static Recorder read(String mapping, String content) {
        return Recorder.read(content.getBytes(StandardCharsets.UTF_8), mapping(mapping, STANDARD), STANDARD);
    }
}
