package io.truenorth.gateway.sources.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.documents.Document;
import io.truenorth.gateway.event.IncomingEvent.Origins;
import io.truenorth.gateway.ingest.Translation.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every function that a field may come from. */
class ExpressionTest {

    private static final String PAYLOAD = """
            {"a":"Ann","n":7,"t":true,"e":"","z":null,"o":{"x":1},"l":["p","q"],"s":" spaced ","a/b":"slash",
             "url":"https://example.org/c/ann@example.org","stars":"★★★ good","sec":"1767225600.9","ms":1767225600123,
             "iso":"2026-01-01T01:00:00+01:00","mail":"Thu, 1 Jan 2026 01:00:00 +0100 (CET)","de":"01.01.2026 01:00",
             "u":"undefined","g":"[object Object]","huge":1e30,"nps":9,"half":4.5,"whole":5.0}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /a                                                | Ann
            /n                                                | 7
            /t                                                | true
            /s                                                | spaced
            /a~1b                                             | slash
            /l/1                                              | q
            header:X-Kind                                     | told
            plain                                             | plain
            { constant: /a }                                  | /a
            { at: /a }                                        | Ann
            { first: [ /missing, /z, /e, /n, /a ] }           | 7
            { first: [ /u, /g, /a ] }                         | Ann
            { first: [ /missing, /g ] }                       | [object Object]
            { digits: /n }                                    | 7
            { unlessDigits: /a }                              | Ann
            { first: [ { digits: /a }, { unlessDigits: /n }, /s ] } | spaced
            { lowerCase: /a }                                 | ann
            { lookup: /a, values: { Ann: one } }              | one
            { lookup: /n, values: { "1": one }, otherwise: other } | other
            { lookup: /missing, values: { "1": one }, otherwise: other } | other
            { joined: [ x, /n, /a ] }                         | x:7:Ann
            { joined: [ /n, /a ], with: "" }                  | 7Ann
            { afterLast: "/", of: /url }                      | ann@example.org
            { afterLast: "#", of: /a }                        | Ann
            { count: ★, of: /stars }                          | 3
            """)
    void aTextIsFound(String value, String expected) {
        assertThat(line("subject: " + value)).endsWith(" | subject " + expected);
    }

    @Test
    void aHashIsOfAllItsPlaces() {
        String ofOne = line("subject: { hash: [ /a ] }");

        assertThat(ofOne).matches(".* subject [0-9a-f]{32}").isEqualTo(line("subject: { hash: [ /a ] }"));
        assertThat(line("subject: { hash: [ /a, /n ] }")).isNotEqualTo(ofOne);
        assertThat(line("subject: { hash: [ \"\" ] }"))
                .matches(".* subject [0-9a-f]{32}")
                .isNotEqualTo(ofOne);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /missing
            /e
            /z
            { first: [ /missing, /e ] }
            { joined: [ x, /missing ] }
            { joined: [ "+", { digits: /a } ] }
            { unlessDigits: /n }
            { lookup: /missing, values: { a: b } }
            { count: ☆, of: /stars }
            { afterLast: "/", of: /missing }
            """)
    void whatThePayloadDoesNotSayIsLeftOut(String value) {
        assertThat(line("subject: " + value)).isEqualTo("visit web in 2026-01-01T00:00:00Z | crm=Ann | -");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            subject: /o                                       | /o: expected a text or a number, was an object
            subject: { lookup: /a, values: { Bob: b } }       | /a: expected one of Bob, was "Ann"
            sentiment: { scale: nps, of: /a }                 | /a: expected an answer of nps, a whole number from 0 to 10, was "Ann"
            sentiment: { scale: stars, of: /half }            | /half: expected an answer of stars, a whole number from 1 to 5, was "4.5"
            sentiment: /a                                     | /a: expected a sentiment from -1 to 1, was "Ann"
            time: /missing                                    | /missing: expected for occurredAt, but missing
            time: { seconds: /a }                             | /a: expected a time in epoch seconds, was "Ann"
            time: { seconds: /huge }                          | /huge: expected a time in epoch seconds, was "1e30"
            time: { iso: /a }                                 | /a: expected a time in ISO 8601 with an offset, such as 2026-03-01T10:00:00Z, was "Ann"
            time: { mail: /iso }                              | /iso: expected a date of a mail such as Fri, 5 May 2023 17:44:33 -0400, was "2026-01-01T01:00:00+01:00"
            time: { pattern: "dd.MM.yyyy HH:mm", of: /a }     | /a: expected a time of the form dd.MM.yyyy HH:mm, was "Ann"
            money: { minor: /a, currency: EUR }               | /a: expected an amount, was "Ann"
            money: { minor: /n, currency: /a }                | /a: expected an ISO 4217 code such as EUR, was "ANN"
            money: { minor: /n, currency: /missing }          | /n: expected a currency beside it, but missing
            money: { minor: /huge, currency: EUR }            | /huge: expected an amount, was "1e30"
            """)
    void whatIsNotUnderstoodIsUnmappedAndNamed(String field, String expected) {
        assertThat(line(field)).isEqualTo("unmapped: " + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { seconds: /sec }                                                       | 2026-01-01T00:00:00.900Z
            { millis: /ms }                                                         | 2026-01-01T00:00:00.123Z
            { iso: /iso }                                                           | 2026-01-01T00:00:00Z
            { mail: /mail }                                                         | 2026-01-01T00:00:00Z
            { pattern: "dd.MM.yyyy HH:mm", zone: Europe/Zurich, of: /de }           | 2026-01-01T00:00:00Z
            arrival                                                                 | 2026-03-01T12:00:00Z
            [ { iso: /missing }, arrival ]                                          | 2026-03-01T12:00:00Z
            """)
    void aTimeIsFound(String time, String expected) {
        assertThat(line("time: " + time)).startsWith("visit web in " + expected + " |");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sentiment: { scale: nps, of: /nps }                                     | sentiment 1
            sentiment: { scale: stars, of: { count: ★, of: /stars } }               | sentiment 0
            sentiment: { scale: stars, of: /whole }                                 | sentiment 1
            sentiment: -0.5                                                         | sentiment -0.5
            money: { minor: /n, currency: eur }                                     | money 7 EUR
            money: { major: /half, currency: EUR }                                  | money 450 EUR
            money: { major: /n, currency: JPY }                                     | money 7 JPY
            money: { minor: /ms, less: /ms, currency: EUR, negated: true }          | money 0 EUR
            money: { minor: /n, currency: EUR, negated: true }                      | money -7 EUR
            money: { minor: 700, currency: ISK, digits: { ISK: 2 } }                | money 7 ISK
            """)
    void sentimentsAndMoneyAreFound(String field, String expected) {
        assertThat(line(field)).endsWith(" | " + expected);
    }

    @Test
    void whereEachPartComesFromIsKnown() {
        Outcome.Event outcome =
                (Outcome.Event) Outcomes.map(source("subject: { lowerCase: /a }"), Outcomes.read(PAYLOAD), Map.of())
                        .get(0);

        Origins origins = outcome.event().origins();
        assertThat(origins.of("/subject")).contains("/a");
        assertThat(origins.of("/identities/0/value")).contains("/a");
        assertThat(origins.of("/occurredAt")).contains("/iso");
        assertThat(origins.of("/kind")).isEmpty();
    }

    private static String line(String field) {
        return Outcomes.of(source(field), PAYLOAD, Map.of("x-kind", "told")).get(0);
    }

    private static Source source(String field) {
        String text = """
                signature: { scheme: none }
                fields: { time: { iso: /iso }, channel: web, kind: visit, direction: in, identities: [ { crm: /a } ] }
                events: [ { %s } ]
                """.formatted(field);
        return SourceDocument.read("shop", Document.of("shop.yaml", text.getBytes(UTF_8)));
    }
}
