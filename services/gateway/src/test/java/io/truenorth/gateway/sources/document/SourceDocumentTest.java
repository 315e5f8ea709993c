package io.truenorth.gateway.sources.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.truenorth.documents.Document;
import io.truenorth.documents.DocumentProblem;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.segment.ConsentCategories;
import io.truenorth.gateway.segment.ConsentCategories.Purpose;
import io.truenorth.gateway.sources.document.Source.Protocol;
import io.truenorth.service.http.TokenHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceDocumentTest {

    private static final String WHOLE = """
            signature: { scheme: none }
            fields: { time: /at, channel: web, kind: visit, direction: in, identities: [ { crm: /who } ] }
            events: [ { present: [ /who ] } ]
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            event: []                                                    | event                          | unknown key, did you mean events?
            accepts: webhoks                                             | accepts                        | expected one of webhook, touchpoints, segment, cloudevents, was "webhoks"
            extends: strip                                               | extends                        | was "strip", did you mean stripe?
            signature: { scheme: magic }                                 | signature.scheme               | expected one of none, shared-secret, basic, hmac, ecdsa, rsa, ed25519, sns, stripe, standard-webhooks, was "magic"
            signature: { scheme: basic }                                 | secrets                        | expected the places of one or more secrets (env:NAME or file:/path)
            signature: { scheme: hmac, at: X-Sig }                       | signature.at                   | expected header:NAME, query:NAME or a JSON pointer into the body, was "X-Sig"
            signature: { scheme: hmac }                                  | signature.at                   | expected, but missing
            signature: { scheme: hmac, at: "header:X", window: 5m }      | signature.window               | expected only with time
            signature: { scheme: hmac, at: "header:X", signed: [ time, body ] } | signature.signed        | expected the section time too
            signature: { scheme: hmac, at: "header:X", time: { at: "header:T" }, signed: [ body ] } | signature.signed | expected time among the signed parts
            signature: { scheme: hmac, at: "header:X", signed: [ method ] } | signature.signed            | expected body, or a part of it
            signature: { scheme: hmac, at: "header:X", signed: [ bodi ] } | signature.signed[0]           | expected body, method, url, time
            signature: { scheme: stripe, window: 30d }                   | signature.window               | expected a duration up to 7d
            secrets: [ hunter2 ]                                         | secrets[0]                     | expected the place of a secret, not the secret: env:NAME or file:/path
            secrets: [ "env:X" ]                                         | secrets                        | not expected where the signature's scheme is none
            events: []                                                   | events                         | expected a list of at least one rule
            origins: []                                                  | origins                        | expected at least one, or to be left out
            keys: []                                                     | keys                           | expected at least one, or to be left out
            keys: [ "shop:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" ] | keys      | was that of an empty text
            allowed: { channels: [] }                                    | allowed.channels               | expected at least one, or to be left out
            allowed: { kinds: [] }                                       | allowed.kinds                  | expected at least one, or to be left out
            events: [ { each: /items } ]                                 | events[0].each                 | expected a pointer to the items of an array, such as /items/*, was "/items"
            events: [ { subject: /items/*/name } ]                       | events[0]                      | expected every * of /items/*/name to match a * of each, which is missing
            events: [ { each: /a/*, subject: /b/*/name } ]               | events[0]                      | which is /a/*
            events: [ { whenn: { /a: b } } ]                             | events[0].whenn                | unknown key, did you mean when?
            events: [ { when: { a: b } } ]                               | events[0].when.a               | expected a JSON pointer such as /data/id, header:NAME or query:NAME, as key
            events: [ { when: { /a: "" } } ]                             | events[0].when["/a"]           | expected a text; absent: [/a] matches a missing value
            events: [ { present: [ a ] } ]                               | events[0].present[0]           | expected a JSON pointer such as /data/id, header:NAME or query:NAME, was "a"
            events: [ { kind: Visit } ]                                  | events[0].kind                 | expected lower-case words joined by - or _, was "Visit"
            events: [ { kind: { lookup: /a, values: { x: Y } } } ]       | events[0].kind                 | expected lower-case words joined by - or _, was "Y"
            events: [ { direction: sideways } ]                          | events[0].direction            | expected in or out, was "sideways"
            events: [ { sentiment: 2 } ]                                 | events[0].sentiment            | expected a number from -1 to 1, was "2"
            events: [ { sentiment: { scale: stras, of: /a } } ]          | events[0].sentiment.scale      | expected one of nps, stars, was "stras"
            events: [ { time: now } ]                                    | events[0].time                 | expected a place, a function of time, arrival, or a list of them, was "now"
            events: [ { time: { pattern: "bbbb", of: /a } } ]            | events[0].time.pattern         | expected a pattern such as dd.MM.yyyy HH:mm, was "bbbb"
            events: [ { subject: { lowercase: /a } } ]                   | events[0].subject.lowercase    | unknown key, did you mean lowerCase?
            events: [ { subject: { at: /a, first: [ /b ] } } ]           | events[0].subject              | expected one function of
            events: [ { subject: { at: /a, of: /b } } ]                  | events[0].subject.of           | not expected beside at
            events: [ { subject: { first: [] } } ]                       | events[0].subject.first        | expected a list of at least one value
            events: [ { subject: { hash: [] } } ]                        | events[0].subject.hash         | expected a list of at least one place
            events: [ { subject: { count: "", of: /a } } ]               | events[0].subject.count        | expected a text to look for
            events: [ { identities: [ { a: /b, c: /d } ] } ]             | events[0].identities[0]        | expected one namespace and its value
            events: [ { identities: [ { "A b": /b } ] } ]                | events[0].identities[0]["A b"] | expected a namespace of lower-case words
            events: [ { retract: /id } ]                                 | events[0].retract              | unknown key, did you mean retracts?
            events: [ { eventId: /id, revison: 1 } ]                     | events[0].revison              | unknown key, did you mean revision?
            events: [ { eventId: /id, revision: -1 } ]                   | events[0].revision             | expected a whole number from 0 to 2147483647, or a time in ISO 8601, was "-1"
            events: [ { eventId: /id, revision: { lookup: /a, values: { x: soon } } } ] | events[0].revision | expected a whole number from 0 to 2147483647, or a time in ISO 8601, was "soon"
            events: [ { revision: /changed } ]                           | events[0].eventId              | expected beside revision, but missing here and in fields
            events: [ { eventId: /id, retracts: /of, revision: 1 } ]     | events[0].revision             | not expected beside retracts
            events: [ { retracts: /items/*/id } ]                        | events[0]                      | expected every * of /items/*/id to match a * of each, which is missing
            fields: { channel: web, kind: visit, direction: in }         | events[0].time                 | expected, but missing here and in fields
            events: [ { money: { currency: EUR } } ]                     | events[0].money                | expected either minor or major
            events: [ { money: { minor: /a } } ]                         | events[0].money.currency       | expected, but missing
            events: [ { money: { major: /a, currency: EUR, digits: { ISK: 2 } } } ] | events[0].money.digits | expected beside minor only
            fields: { time: /at, channel: web, direction: in, identities: [ { crm: /who } ] } | events[0].kind | expected, but missing here and in fields
            fields: { time: /at, channel: web, direction: in, kind: visit } | events[0].identities        | expected, but missing here and in fields
            ignore: [ { when: { /a: b } } ]                              | ignore[0].because              | expected, but missing
            ignore: [ { when: { /a: b }, because: "" } ]                 | ignore[0].because              | expected a reason in words
            keys: [ secret ]                                             | keys[0]                        | expected NAME:SHA256 with the hash in 64 hex digits, was "secret"
            origins: [ shop.example.org ]                                | origins[0]                     | expected an origin such as https://shop.example.com, or *
            limit: { perSecond: 0 }                                      | limit.perSecond                | expected a whole number from 1 to 1000000, was "0"
            allowed: { kinds: [ A ] }                                    | allowed.kinds[0]               | expected lower-case words
            region: Schweiz                                              | region                         | expected a region by ISO 3166, such as CH, was "Schweiz"
            currency: euro                                               | currency                       | expected an ISO 4217 code such as EUR, was "euro"
            names: { Order Completed: purchase }                         | names                          | not expected where accepts is webhook
            """)
    void everyMistakeIsNamedByItsPath(String section, String path, String message) {
        List<DocumentProblem> problems = problemsOf(replacing(section));

        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem.path() + ": " + problem.message())
                        .startsWith(path + ": ")
                        .contains(message));
    }

    @Test
    void noMistakeIsFoundWhereThereIsNone() {
        assertThat(read(WHOLE).accepts()).isEqualTo(Protocol.WEBHOOK);
    }

    @Test
    void aWebhookSaysHowItIsSigned() {
        assertThat(problemsOf("events: []"))
                .anySatisfy(problem -> assertThat(problem.toString()).isEqualTo("signature: expected, but missing"));
    }

    @Test
    void aDocumentExtendsAShippedOneSectionBySection() {
        Source source = read("""
                extends: stripe
                secrets: [ "env:OURS", "file:/run/secrets/before" ]
                ignore: []
                fields: { eventId: /id, time: { seconds: /created }, channel: shop, direction: in, identities: [ { stripe: /data/object/customer } ] }
                """);

        assertThat(source.secrets())
                .extracting(Object::toString)
                .containsExactly("env:OURS", "file:/run/secrets/before");
        assertThat(Outcomes.of(source, """
                {"id":"evt_1","created":1767225600,"type":"invoice.payment_failed","data":{"object":{"customer":"cus_1"}}}""", Map.of()))
                .containsExactly("payment_failed shop out 2026-01-01T00:00:00Z | stripe=cus_1 | evt_1");
        assertThat(Outcomes.of(source, "{\"type\":\"payout.paid\"}", Map.of()))
                .containsExactly("unmapped: : no rule of shop takes this");
    }

    @Test
    void whereNothingIsCheckedTheSecretsOfWhatIsExtendedAreNotNeeded() {
        Source source = read("extends: stripe\nsignature: { scheme: none }\n");

        assertThat(source.secrets()).isEmpty();
        assertThat(source.webhook().orElseThrow().signature().checks()).isFalse();
        assertThat(problemsOf("extends: stripe\nsignature: { scheme: none }\nsecrets: [ \"env:UNUSED\" ]"))
                .singleElement()
                .hasToString("secrets: not expected where the signature's scheme is none");
    }

    @Test
    void theCurrencyOfADocumentIsThatOfAmountsThatNameNone() {
        String order = "{\"who\": 7, \"at\": \"2026-01-01T00:00:00Z\", \"total\": 5%s}";
        Source shop = read(WHOLE.replace("[ /who ] }", "[ /who ], money: { major: /total, currency: /currency } }")
                + "currency: CHF\n");
        Source bare = read(WHOLE.replace("[ /who ] }", "[ /who ], money: { major: /total } }") + "currency: CHF\n");
        Source extended = read("""
                extends: segment-webhook
                secrets: [ "env:OURS" ]
                currency: EUR
                """);

        assertThat(Outcomes.of(shop, order.formatted(""), Map.of()))
                .singleElement()
                .asString()
                .contains("money 500 CHF");
        assertThat(Outcomes.of(shop, order.formatted(", \"currency\": \"EUR\""), Map.of()))
                .singleElement()
                .asString()
                .contains("money 500 EUR");
        assertThat(Outcomes.of(bare, order.formatted(""), Map.of()))
                .singleElement()
                .asString()
                .contains("money 500 CHF");
        assertThat(Outcomes.of(extended, """
                {"type": "track", "event": "Order Completed", "userId": "u", "timestamp": "2026-01-01T00:00:00Z",
                 "properties": {"total": 5}}""", Map.of()))
                .singleElement()
                .asString()
                .contains("money 500 EUR");
        assertThat(shop.currency()).contains("CHF");
        assertThat(extended.currency()).contains("EUR");
        assertThat(SourceDocument.shipped("segment-webhook").orElseThrow().currency())
                .contains("USD");
    }

    @Test
    void otherProtocolsHaveASenderAlone() {
        String hash = "a".repeat(64);
        Source source = read("""
                accepts: segment
                keys: [ "web:%s" ]
                origins: [ "https://shop.example.org" ]
                limit: { perSecond: 50, burst: 200 }
                allowed: { channels: [ web ], kinds: [ purchase ] }
                region: NO
                channel: web
                currency: EUR
                names: { Order Completed: purchase }
                consent: { C0002: scoring, C0004: activation }
                """.formatted(hash));

        assertThat(source)
                .isEqualTo(new Source(
                        new Sender(
                                "shop",
                                List.of(new TokenHash("web", hash)),
                                Set.of("https://shop.example.org"),
                                Optional.of(new Sender.Limit(50, 200)),
                                Set.of("web"),
                                Set.of("purchase"),
                                Optional.of("NO")),
                        Protocol.SEGMENT,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.of("web"),
                        Optional.of("EUR"),
                        Map.of("Order Completed", "purchase"),
                        new ConsentCategories(Map.of("c0002", Purpose.SCORING, "c0004", Purpose.ACTIVATION))));
        assertThat(problemsOf("accepts: segment\nkeys: [ \"web:%s\" ]\nconsent: { C0002: profiling }".formatted(hash)))
                .extracting(Object::toString)
                .containsExactly("consent.C0002: expected one of scoring, activation, was \"profiling\"");
        assertThat(problemsOf(
                        "accepts: cloudevents\nkeys: [ \"web:%s\" ]\nconsent: { C0002: scoring }".formatted(hash)))
                .extracting(Object::toString)
                .containsExactly("consent: expected only where accepts is segment");
        assertThat(problemsOf("accepts: touchpoints\nkeys: [ \"web:%s\" ]\ntopic: x\ncurrency: EUR\nevents: []"
                        .formatted(hash)))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "events: not expected where accepts is touchpoints",
                        "currency: expected only where accepts is webhook or segment",
                        "topic: expected only where accepts is cloudevents");
        assertThat(problemsOf("accepts: segment"))
                .extracting(Object::toString)
                .containsExactly("keys: expected, but missing");
    }

    @Test
    void cloudEventsMayComeFromATopicInstead() {
        assertThat(read("accepts: cloudevents\ntopic: orders").topic()).contains("orders");
    }

    @Test
    void theNameOfTheFileIsTheNameOfTheSource(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("our-shop.yaml"), WHOLE);
        Path wrong = Files.writeString(directory.resolve("Our Shop.yaml"), WHOLE);

        assertThat(SourceDocument.at(file).name()).isEqualTo("our-shop");
        assertThatThrownBy(() -> SourceDocument.at(wrong))
                .hasMessageContaining("expected a file name of lower-case words");
    }

    @Test
    void secretsAreResolvedFromTheirReferences(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("secret"), "hush\n");
        SecretReference variable = SecretReference.parse("env:HOOK").orElseThrow();
        SecretReference inFile = SecretReference.parse("file:" + file).orElseThrow();

        assertThat(variable.resolve(Map.of("HOOK", " hush ")).reveal()).isEqualTo("hush");
        assertThat(inFile.resolve(Map.of()).reveal()).isEqualTo("hush");
        assertThatThrownBy(() -> variable.resolve(Map.of()))
                .isInstanceOf(SecretReference.MissingSecretException.class)
                .hasMessage("the variable HOOK is not set");
        assertThatThrownBy(() -> SecretReference.parse("file:/nowhere/at/all")
                        .orElseThrow()
                        .resolve(Map.of()))
                .isInstanceOf(SecretReference.MissingSecretException.class)
                .hasMessageContaining("/nowhere/at/all cannot be read");
    }

    /** The whole document with one of its sections replaced, or one more. */
    private static String replacing(String section) {
        String key = section.substring(0, section.indexOf(':') + 1);
        return WHOLE.lines().filter(line -> !line.startsWith(key)).reduce("", (all, line) -> all + line + "\n")
                + section;
    }

    private static List<DocumentProblem> problemsOf(String text) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> read(text))
                .problems();
    }

    private static Source read(String text) {
        return SourceDocument.read("shop", Document.of("shop.yaml", text.getBytes(StandardCharsets.UTF_8)));
    }
}
