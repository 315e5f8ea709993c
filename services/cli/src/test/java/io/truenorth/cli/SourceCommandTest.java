package io.truenorth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCommandTest {

    @TempDir
    private Path directory;

    @Test
    void listsWhatIsShipped() {
        assertThat(CommandRun.of("source", "list").outLines()).contains("stripe", "github", "whatsapp");
    }

    @Test
    void showsADocumentThatCanBeCheckedAsItIs() throws IOException {
        Path document = directory.resolve("github.yaml");
        Files.writeString(document, CommandRun.of("source", "show", "github").out());

        CommandRun run = CommandRun.of("source", "check", document.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines().get(0))
                .isEqualTo("github: a webhook, checked by a signature in the header X-Hub-Signature-256 after sha256=");
        assertThat(run.out())
                .contains("  secrets   env:GITHUB_WEBHOOK_SECRET\n")
                .contains("issue_opened");
    }

    @Test
    void aSourceThatIsNotShippedIsNoSource() {
        CommandRun run = CommandRun.of("source", "show", "strip");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("was \"strip\", did you mean stripe?");
        assertThat(CommandRun.of("source", "check", "strip").err()).isEqualTo("truenorth: strip: no such file\n");
    }

    @Test
    void everyMistakeIsNamed() throws IOException {
        Path document = Files.writeString(directory.resolve("shop.yaml"), """
                signature: { scheme: none }
                fields: { time: /at, channel: web, direction: in, identities: [ { crm: /who } ] }
                events: [ { kind: Visit }, { wen: {} } ]
                """);

        CommandRun run = CommandRun.of("source", "check", document.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("shop.yaml:3: events[0].kind: expected lower-case words joined by - or _, was \"Visit\"\n")
                .contains("shop.yaml:3: events[1].wen: unknown key, did you mean when?")
                .contains("shop.yaml:3: events[1].kind: expected, but missing here and in fields\n");
    }

    @Test
    void tellsWhatAPayloadRetractsOrCorrects() throws IOException {
        Path deleted = payload("""
                {"action":"deleted","sender":{"type":"User"},"discussion":{"id":31},
                 "comment":{"id":32,"user":{"id":7},"created_at":"2026-01-03T05:04:05Z"}}""");
        Instant now = Instant.parse("2026-03-01T12:00:00Z");

        CommandRun retraction = CommandRun.at(now, "source", "check", "github", deleted.toString());

        assertThat(retraction.exitCode()).isZero();
        assertThat(retraction.out()).endsWith("""
                  retraction
                            eventId     discussion-comment:32:deleted  (/comment/id)
                            identities  {"namespace":"github","value":"7"}  (/comment/user/id)
                            occurredAt  2026-01-03T05:04:05Z  (/comment/created_at)
                            retracts    discussion-comment:32  (/comment/id)
                            source      github
                """);

        Path changed = payload("""
                {"event_type":"survey_response.updated","event_data":{"id":"1","created_at":1767225600,"updated_at":1767226200,
                 "score":9,"person":{"id":"2"}}}""");
        CommandRun correction = CommandRun.at(now, "source", "check", "delighted", changed.toString());

        assertThat(correction.out()).contains("revision    600  (/event_data/updated_at)");
    }

    @Test
    void tellsWhatAPayloadBecomesAndWhereItsFieldsComeFrom() throws IOException {
        Path charge = payload("""
                {"id":"evt_1","created":1767225600,"type":"charge.succeeded",
                 "data":{"object":{"amount":1999,"currency":"usd","customer":"cus_1","receipt_email":"ann@example.org"}}}""");

        CommandRun run =
                CommandRun.at(Instant.parse("2026-03-01T12:00:00Z"), "source", "check", "stripe", charge.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).endsWith("""
                  event
                            eventId     evt_1  (/id)
                            identities  {"namespace":"stripe","value":"cus_1"}  (/data/object/customer)
                            identities  {"namespace":"email","value":"ann@example.org"}, leaves the gateway as a pseudonym  (/data/object/receipt_email)
                            occurredAt  2026-01-01T00:00:00Z  (/created)
                            channel     payment
                            kind        purchase
                            direction   in
                            money       {"amountMinor":1999,"currency":"USD"}  (/data/object/amount)
                            source      stripe
                """);
    }

    @Test
    void tellsWhyAPayloadIsIgnored() throws IOException {
        CommandRun run = CommandRun.of(
                "source",
                "check",
                "stripe",
                payload("{\"type\":\"payout.paid\"}").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).endsWith("  ignored   not about something between the brand and a customer\n");
    }

    @Test
    void whatIsUnmappedOrRefusedIsToldAndSoIsTheShell() throws IOException {
        CommandRun unmapped = CommandRun.of(
                "source", "check", "stripe", payload("{\"type\":\"novelty\"}").toString());
        CommandRun refused =
                CommandRun.of("source", "check", "stripe", payload("""
                {"id":"evt_1","created":4000000000,"type":"charge.succeeded","data":{"object":{"customer":"cus_1"}}}""").toString());

        assertThat(unmapped.exitCode()).isEqualTo(3);
        assertThat(unmapped.out()).endsWith("  unmapped  the whole: no rule of stripe takes this\n");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out()).contains("  refused   /occurredAt: expected a time no later than");
    }

    @Test
    void headersAreGivenByHand() throws IOException {
        Path order = payload("""
                {"id":7,"processed_at":"2025-12-31T23:00:00Z","total_price":"5.00","currency":"EUR","customer":{"id":1}}""");

        assertThat(CommandRun.of(
                                "source",
                                "check",
                                "shopify",
                                order.toString(),
                                "--header",
                                "x-shopify-topic: orders/paid")
                        .out())
                .contains("kind        purchase");
        assertThat(CommandRun.of("source", "check", "shopify", "--header", "nothing")
                        .err())
                .isEqualTo("truenorth: --header: expected 'Name: value', was \"nothing\"\n");
    }

    @Test
    void aPayloadThatIsNoJsonCannotBeUsed() throws IOException {
        CommandRun run = CommandRun.of("source", "check", "stripe", payload("{").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("payload.json: not JSON");
        assertThat(CommandRun.of("source", "check", "stripe", "nowhere.json").err())
                .isEqualTo("truenorth: nowhere.json: no such file\n");
    }

    @Test
    void theFormOfTheDocumentsBecomesTheEventThatTheyShow() throws IOException {
        Path root = Path.of("../..");
        String page = Files.readString(root.resolve("docs/sources.md"));
        String shown = page.substring(page.indexOf("```text\n") + 8, page.indexOf("```\n\n**4. Start with it.**"));

        CommandRun run = CommandRun.at(
                Instant.parse("2026-03-01T12:00:00Z"),
                "source",
                "check",
                root.resolve("docs/examples/feedback/feedback.yaml").toString(),
                root.resolve("docs/examples/feedback/answer.form").toString(),
                "--query",
                "channel=store");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).endsWith(shown).contains("  query     channel\n");
    }

    @Test
    void formsAreReadByTheirContentType() throws IOException {
        Path document = Files.writeString(directory.resolve("shop.yaml"), """
                signature: { scheme: none }
                events:
                  - { when: { /a/b: "1" }, time: arrival, identities: [ { crm: /id } ], channel: web, kind: visit, direction: in }
                """);
        Path form = Files.writeString(directory.resolve("body.txt"), "a[b]=1&id=7\n");
        Path parts = Files.writeString(
                directory.resolve("body.multipart"),
                "--xx\r\nContent-Disposition: form-data; name=\"a[b]\"\r\n\r\n1\r\n"
                        + "--xx\r\nContent-Disposition: form-data; name=id\r\n\r\n8\r\n--xx--\r\n");

        assertThat(check(document, form, "--content-type", "application/x-www-form-urlencoded"))
                .contains("{\"namespace\":\"crm\",\"value\":\"7\"}  (/id)");
        assertThat(check(document, form, "--header", "Content-Type: application/x-www-form-urlencoded"))
                .contains("\"value\":\"7\"");
        assertThat(check(document, parts)).contains("\"value\":\"8\"");
        assertThat(check(document, parts, "--content-type", "multipart/form-data"))
                .contains("\"value\":\"8\"");

        Files.writeString(document, "method: GET\n" + Files.readString(document));
        assertThat(check(document, form)).contains("\"value\":\"7\"");
    }

    private static String check(Path document, Path payload, String... options) {
        List<String> arguments = new ArrayList<>(List.of("source", "check", document.toString(), payload.toString()));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray(String[]::new)).out();
    }

    private Path payload(String json) throws IOException {
        return Files.writeString(directory.resolve("payload.json"), json);
    }
}
