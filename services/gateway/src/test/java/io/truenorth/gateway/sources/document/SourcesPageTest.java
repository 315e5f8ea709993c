package io.truenorth.gateway.sources.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.documents.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/sources.md} shows is so. */
class SourcesPageTest {

    private static final String EXAMPLE = OwnPayloads.text("/docs/shop.yaml");

    private final String page = page();

    @Test
    void theExampleIsOneThatWorks() {
        Source shop = SourceDocument.read("shop", Document.of("shop.yaml", EXAMPLE.getBytes(UTF_8)));

        assertThat(page).contains(EXAMPLE);
        assertThat(Outcomes.of(shop, """
                {"sent": 1767225600, "events": [
                  {"type": "order", "id": 1, "at": "2026-01-01T10:00:00Z", "place": "WWW", "department": "Garden",
                   "customer": {"number": 7, "email": "ann@example.org"}, "total": 19.99, "currency": "EUR"},
                  {"type": "return", "id": 2, "place": "POS", "customer": {"number": 7}, "total": "5.00", "currency": "eur"},
                  {"type": "rating", "id": 3, "place": "APP", "customer": {"login": "bob@example.org"}, "stars": 2},
                  {"type": "order", "id": 4, "place": "POS", "total": 3, "currency": "EUR"},
                  {"type": "price.changed", "id": 5},
                  {"type": "rating", "id": 6, "customer": {"number": 7}},
                  {"type": "return", "id": 7, "place": "POS", "total": 3, "currency": "EUR"}
                ]}""", Map.of()))
                .containsExactly(
                        "purchase web in 2026-01-01T10:00:00Z | crm=7 email=ann@example.org | order:1 | money 1999 EUR, subject garden",
                        "refund store out 2026-01-01T00:00:00Z | crm=7 | return:2 | money -500 EUR",
                        "review_posted other in 2026-01-01T00:00:00Z | email=bob@example.org | rating:3 | sentiment -1",
                        "ignored: bought without telling who",
                        "ignored: about the shop, not about a customer",
                        "unmapped: /events/5: no rule of shop takes this",
                        "unknown customer: /events/6: expected a name of the customer whose money it is, found none");
    }

    @Test
    void theExamplesOfCorrectionsAndRetractionsWork() {
        List<String> rules = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(page.substring(page.indexOf("### Corrections"), page.indexOf("### Events that name")))
                .results()
                .map(found -> found.group(1))
                .toList();
        Source shop = SourceDocument.read(
                "shop",
                Document.of(
                        "shop.yaml",
                        ("signature: { scheme: none }\n"
                                        + "fields: { channel: survey, direction: in, identities: [ { crm: /who } ] }\nevents:\n"
                                        + String.join("", rules))
                                .getBytes(UTF_8)));

        assertThat(rules).hasSize(2);
        assertThat(Outcomes.of(shop, """
                {"type": "answer.changed", "who": 7, "answer": {"id": 1, "score": 9,
                 "given_at": "2026-01-01T10:00:00Z", "changed_at": "2026-01-01T11:00:00Z"}}""", Map.of()))
                .containsExactly(
                        "survey_answered survey in 2026-01-01T10:00:00Z | crm=7 | answer:1 | sentiment 1, revision 3600");
        assertThat(Outcomes.of(shop, """
                {"type": "post.deleted", "who": 7, "post": {"id": 3, "created_at": "2026-01-01T10:00:00Z"}}""", Map.of()))
                .containsExactly("retracts post:3 2026-01-01T10:00:00Z | crm=7 | post:3:deleted");
    }

    @Test
    void theExampleOfReferencesWorks() {
        String section = page.substring(page.indexOf("### Events that name"), page.indexOf("### Values"));
        String rules = section.substring(section.indexOf("```yaml\n") + 8, section.lastIndexOf("```"));
        Source shop = SourceDocument.read(
                "shop",
                Document.of(
                        "shop.yaml",
                        ("signature: { scheme: none }\nfields: { time: arrival, channel: web, direction: in,"
                                        + " identities: [ { crm: /who } ] }\nanonymous: nobody\n" + rules)
                                .getBytes(UTF_8)));

        assertThat(Outcomes.of(shop, "{\"type\": \"order.paid\", \"who\": 7, \"order\": {\"id\": 1}}", Map.of()))
                .containsExactly("purchase web in 2026-03-01T12:00:00Z | crm=7 | - | references order:1");
        assertThat(Outcomes.of(shop, "{\"type\": \"order.paid\", \"order\": {\"id\": 1}}", Map.of()))
                .containsExactly("ignored: nobody");
        assertThat(Outcomes.of(shop, "{\"type\": \"order.refunded\", \"order\": {\"id\": 1}}", Map.of()))
                .containsExactly("refund web in 2026-03-01T12:00:00Z | nobody | - | references order:1");
    }

    @Test
    void theDocumentOfTheFirstWebhookIsTheOneThatLiesBesideIt() throws IOException {
        assertThat(page)
                .contains(
                        "```yaml\n" + Files.readString(Path.of("../../docs/examples/feedback/feedback.yaml")) + "```");
    }

    @Test
    void theExamplesOfHandshakesWork() {
        String section = page.substring(page.indexOf("## Handshakes"), page.indexOf("## Signatures"));
        String rules = section.substring(section.indexOf("```yaml\n") + 8, section.lastIndexOf("```"));

        Source shop = SourceDocument.read(
                "shop",
                Document.of(
                        "shop.yaml",
                        (EXAMPLE.replace("# Our shop", "# Its handshakes") + "\n" + rules).getBytes(UTF_8)));

        assertThat(shop.webhook().orElseThrow().handshakes()).hasSize(4);
    }

    @Test
    void everyShippedSourceIsNamed() {
        assertThat(ShippedSources.names()).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    private static String page() {
        try {
            return Files.readString(Path.of("../../docs/sources.md"));
        } catch (IOException e) {
            throw new AssertionError("tests run in the directory of their module", e);
        }
    }
}
