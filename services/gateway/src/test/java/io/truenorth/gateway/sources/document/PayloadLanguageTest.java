package io.truenorth.gateway.sources.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.truenorth.documents.Document;
import io.truenorth.documents.DocumentProblem;
import io.truenorth.documents.InvalidDocumentException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON in texts, values of other items, identities of nobody, and texts with wildcards. */
class PayloadLanguageTest {

    private static final String BASE = """
            signature: { scheme: none }
            fields: { time: { iso: /at }, channel: web, direction: in, identities: [ { email: /email } ], kind: visit }
            """;
    private static final String VISIT = "visit web in 2026-01-01T00:00:00Z | email=ann@example.org | -";

    @Test
    void textsOfJsonAreReplacedBeforeAnythingIsRead() {
        Source source = read("""
                parse: [ /raw, /raw/inner, /events/*/properties ]
                events:
                  - present: [ /raw ]
                    time: { iso: /raw/at }
                    identities: [ { email: /raw/inner/email } ]
                  - each: /events/*
                    identities: [ { email: /events/*/properties/email } ]
                """);

        assertThat(
                        outcomes(
                                source,
                                "{\"raw\":\"{\\\"at\\\":\\\"2026-01-01T00:00:00Z\\\",\\\"inner\\\":\\\"{\\\\\\\"email\\\\\\\":\\\\\\\"ann@example.org\\\\\\\"}\\\"}\"}"))
                .containsExactly(VISIT);
        assertThat(outcomes(source, """
                {"at":"2026-01-01T00:00:00Z","events":[{"properties":"{\\"email\\":\\"ann@example.org\\"}"},
                 {"properties":{"email":"ann@example.org"}},{"properties":""}]}"""))
                .containsExactly(VISIT, VISIT, "unmapped: /events/2: expected a name of a customer, found none");
    }

    @Test
    void aTextThatIsNoJsonIsUnmappedWithItsPlace() {
        Source source = read("parse: [ /events/*/properties ]\nevents: [ { each: /events/* } ]\n");

        assertThat(outcomes(source, "{\"events\":[{\"properties\":\"{}\"},{\"properties\":\"{a\"}]}"))
                .singleElement()
                .asString()
                .startsWith("unmapped: /events/1/properties: expected a text of JSON: not JSON");
    }

    @Test
    void textsOfJsonAreBoundedTogether() {
        Source source = read("parse: [ /e/* ]\nevents: [ { each: /e/* } ]\n");
        String many = "\"[" + "1,".repeat(60_000) + "1]\"";

        assertThat(outcomes(source, "{\"e\":[" + many + "," + many + "]}"))
                .containsExactly("unmapped: /e/1: expected up to 100000 values in the texts of parse together");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { in: /answers, where: { /field/ref: nps }, at: /number }                         | 9
            { in: /answers, where: { /field/ref: "c*t" }, at: /text }                         | fine
            { in: /answers, where: { /field/ref: [ none, comment ] }, at: /text }             | fine
            { in: /answers, at: /text }                                                       | fine
            { in: /tags, at: "" }                                                             | first
            { first: [ { in: /answers, where: { /field/ref: none }, at: /text }, /email ] }   | ann@example.org
            { joined: [ { in: /answers, at: /number }, { in: /tags, at: "" } ] }              | 9:first
            """)
    void aValueOfAnotherItemIsFound(String value, String expected) {
        assertThat(outcomes(read("events: [ { subject: " + value + " } ]"), ANSWERS))
                .containsExactly(VISIT + " | subject " + expected);
    }

    private static final String ANSWERS = """
            {"at":"2026-01-01T00:00:00Z","email":"ann@example.org","tags":["first","second"],"answers":[
             {"field":{"ref":"nps"},"number":9},{"field":{"ref":"comment"},"text":"fine"},{"field":{"ref":"bad"},"number":"x"}]}""";

    @Test
    void whatIsNotAmongTheItemsIsLeftOutAndWhatIsInvalidIsNamed() {
        assertThat(outcomes(read("""
                events: [ { subject: { in: /answers, where: { /field/ref: nps }, at: /text } } ]"""), ANSWERS)).containsExactly(VISIT);
        assertThat(outcomes(read("""
                events: [ { sentiment: { scale: nps, of: { in: /answers, where: { /field/ref: nps }, at: /number } } } ]"""), ANSWERS)).containsExactly(VISIT + " | sentiment 1");
        assertThat(outcomes(read("""
                events: [ { money: { major: { in: /answers, where: { /field/ref: bad }, at: /number }, currency: EUR } } ]"""), ANSWERS))
                .containsExactly("unmapped: /answers/2/number: expected an amount, was \"x\"");
    }

    @Test
    void theItemsMayBeThoseOfTheItemThatARuleAppliesTo() {
        Source source = read("""
                events:
                  - each: /events/*
                    subject: { in: /events/*/fields, where: { /name: shop }, at: /value }
                """);

        assertThat(outcomes(source, """
                {"at":"2026-01-01T00:00:00Z","email":"ann@example.org","events":[{"fields":[{"name":"shop","value":"a"}]},
                 {"fields":[{"name":"x","value":"c"},{"name":"shop","value":"b"}]}]}""")).containsExactly(VISIT + " | subject a", VISIT + " | subject b");
        assertThat(problems("events: [ { subject: { in: /events/*/fields, at: /value } } ]"))
                .anySatisfy(problem -> assertThat(problem).contains("expected every * of /events/*/fields"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            invoice.*.failed | invoice.eu.failed | true
            invoice.*.failed | invoice..failed   | true
            invoice.*.failed | invoice.failed    | false
            *_created        | order_created     | true
            *_created        | order_created_2   | false
            a*b*c            | axxbyyc           | true
            a*b*c            | acb               | false
            a*b*b            | ab                | false
            *ord*            | reorder           | true
            price.*          | price.            | true
            *                | anything          | true
            plain            | plainer           | false
            """)
    void aStarStandsForAnyCharacters(String pattern, String text, boolean matches) {
        Source source = read("events: [ { when: { /type: \"" + pattern + "\" } } ]");

        assertThat(outcomes(
                        source,
                        "{\"type\":\"" + text + "\",\"at\":\"2026-01-01T00:00:00Z\",\"email\":\"ann@example.org\"}"))
                .containsExactly(matches ? VISIT : "unmapped: : no rule of shop takes this");
    }

    @Test
    void identitiesOfNobodyAreLeftOut() {
        Source source = read("""
                nobody: { email: [ "pos@shop.example", "*@Marketplace.example" ], crm: 0 }
                anonymous: bought without telling who
                events: [ { identities: [ { crm: /id }, { email: /email } ] } ]
                """);
        String payload = "{\"at\":\"2026-01-01T00:00:00Z\",\"id\":\"%s\",\"email\":\"%s\"}";

        assertThat(outcomes(source, payload.formatted("0", "ann@example.org"))).containsExactly(VISIT);
        assertThat(outcomes(source, payload.formatted("0", "POS@shop.example")))
                .containsExactly("ignored: bought without telling who");
        assertThat(outcomes(source, payload.formatted("7", "x-1@marketplace.example")))
                .containsExactly("visit web in 2026-01-01T00:00:00Z | crm=7 | -");
    }

    @Test
    void theQueryIsALocation() {
        Source source = read("""
                events: [ { when: { query:kind: "vis*" }, subject: query:shop } ]""");

        assertThat(Outcomes.of(
                        source,
                        "{\"at\":\"2026-01-01T00:00:00Z\",\"email\":\"ann@example.org\"}",
                        Map.of("Truenorth-Query", "kind=visit&shop=Z%C3%BCrich+1&shop=2")))
                .containsExactly(VISIT + " | subject Zürich 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            parse: [ nothing ]                                       | parse[0]: expected a JSON pointer such as /data/id, was "nothing"
            nobody: { E: a }                                         | nobody.E: expected a namespace of lower-case words joined by - or _
            nobody: { email: "*" }                                   | nobody.email: expected a value, with * for any characters in it
            method: PUT                                              | method: expected GET or POST, was "PUT"
            handshake: [ { answer: /a } ]                            | handshake[0]: expected conditions, without which every payload would be taken for a handshake
            handshake: [ { method: GET, token: { at: query:t } } ]   | handshake: expected secrets beside at in token, as the source has none
            handshake: [ { method: GET, token: { } } ]               | handshake[0].token.at: expected, but missing
            """)
    void mistakesAreNamed(String section, String problem) {
        assertThat(problems(section + "\nevents: [ { when: { /a: b } } ]")).contains(problem);
    }

    private static List<String> problems(String sections) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> read(sections)).problems().stream()
                .map(DocumentProblem::toString)
                .toList();
    }

    private static List<String> outcomes(Source source, String json) {
        return Outcomes.of(source, json, Map.of());
    }

    private static Source read(String sections) {
        return SourceDocument.read("shop", Document.of("shop.yaml", (BASE + sections).getBytes(UTF_8)));
    }
}
