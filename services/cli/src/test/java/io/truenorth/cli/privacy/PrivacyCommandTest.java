package io.truenorth.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.truenorth.cli.CommandRun;
import io.truenorth.contract.IdentityLedger;
import io.truenorth.contract.LedgerPart;
import io.truenorth.query.ApiJson;
import io.truenorth.query.CustomerConsent;
import io.truenorth.query.IdentitiesReport;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.schemas.serde.LedgerPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a gateway that answers as told, without waiting for receipts. */
class PrivacyCommandTest {
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private boolean known = true;
    private int status = 202;
    private String answer = "{\"requestId\": \"r-1\"}";
    private HttpServer server;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.createContext("/v1/customers/", exchange -> send(exchange, known ? 200 : 404, identities()));
        server.createContext("/v1/ledgers", exchange -> send(exchange, 200, ledgers()));
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        ((ExecutorService) server.getExecutor()).shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add((exchange.getRequestURI() + " " + sent).strip());
        send(exchange, status, answer.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] identities() {
        return ApiJson.write(new IdentitiesReport(
                "crm:c-17",
                "crm:c-17",
                List.of("crm:c-17", "card:4711", "card:4712"),
                List.of(),
                List.of(),
                0,
                List.of(),
                Optional.empty(),
                new CustomerConsent(true, false, List.of())));
    }

    private static byte[] ledgers() {
        RelationshipLedger ledger = new RelationshipLedger();
        ledger.add(touch("e-1", "2025-12-24T12:00:00Z"));
        ledger.add(touch("e-2", "2025-12-03T12:00:00Z"));
        ledger.add(touch("e-3", "2025-12-04T12:00:00Z").retraction());
        LedgerPart part = new LedgerPart(
                "crm:c-17",
                true,
                List.of(new IdentityLedger("card:4711", List.of(ByteBuffer.wrap(ledger.toBytes())))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        return new LedgerPage(1, 1, "crm:c-17", 0, 0).toBytes(List.of(part));
    }

    private static Touch touch(String id, String at) {
        long time = Instant.parse(at).toEpochMilli();
        return Touch.of(id, time, "web", "purchase", "", Direction.INBOUND, Sentiment.NONE, 1_250);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String[] command(String... arguments) {
        List<String> all = new ArrayList<>(List.of("privacy"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--gateway-url", url(), "--url", url(), "--wait", "0"));
        return all.toArray(String[]::new);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(command(arguments));
    }

    @Test
    void anErasureIsRequestedOfTheGateway() {
        assertThat(run("erase", "crm:c-17", "--request-id", "r-1"))
                .isEqualTo(new CommandRun(
                        0,
                        "requested the erasure of crm:c-17 at " + url() + " (request r-1)\n",
                        "erases crm:c-17 at " + url() + ": 3 identities, 2 events since 2025-12-03\n"
                                + "  card: 4711, 4712\n  crm: c-17\n"));
        run("erase", "crm:c-17", "--later-events", "drop");

        assertThat(requests)
                .containsExactly(
                        "/v1/privacy/erase"
                                + " {\"identity\":\"crm:c-17\",\"laterEvents\":\"begin_anew\",\"requestId\":\"r-1\"}",
                        "/v1/privacy/erase {\"identity\":\"crm:c-17\",\"laterEvents\":\"drop\"}");
    }

    @Test
    void aDryRunShowsWhomItWouldEraseAndChangesNothing() {
        assertThat(run("erase", "crm:c-17", "--dry-run"))
                .isEqualTo(new CommandRun(
                        0,
                        "would erase crm:c-17 at " + url() + ": 3 identities, 2 events since 2025-12-03\n"
                                + "  card: 4711, 4712\n  crm: c-17\n",
                        ""));
        assertThat(run("erase", "crm:c-17", "--dry-run", "--format", "jsonl").out())
                .isEqualTo("{\"type\":\"preview\",\"system\":\"" + url() + "\",\"customer\":\"crm:c-17\","
                        + "\"identities\":{\"card\":[\"4711\",\"4712\"],\"crm\":[\"c-17\"]},\"events\":2,"
                        + "\"since\":\"2025-12-03\"}\n");
        assertThat(requests).isEmpty();
    }

    @Test
    void aMistypedIdentityIsKnownByItsExitCode() {
        known = false;
        String message = "nothing is known of \"crm:c-71\" at " + url();

        assertThat(run("erase", "crm:c-71", "--dry-run"))
                .isEqualTo(new CommandRun(5, "", "truenorth: " + message + "\n"));
        assertThat(CommandRun.answering("yes", command("erase", "crm:c-71")))
                .isEqualTo(new CommandRun(
                        5, "", "truenorth: " + message + ". With --yes it is suppressed all the same\n"));
        assertThat(requests).isEmpty();

        assertThat(run("erase", "crm:c-71").err()).isEqualTo(message + "\n");
        assertThat(requests).hasSize(1);
    }

    @Test
    void onATerminalAnErasureIsConfirmed() {
        CommandRun refused = CommandRun.answering("n", command("erase", "crm:c-17"));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .startsWith("erases crm:c-17 at ")
                .endsWith("Erase? It cannot be undone. Type yes: truenorth: not confirmed; nothing was erased\n");
        assertThat(requests).isEmpty();

        assertThat(CommandRun.answering("yes", command("erase", "crm:c-17")).exitCode())
                .isZero();
        CommandRun unasked = CommandRun.answering("n", command("erase", "crm:c-17", "--yes"));
        assertThat(unasked.exitCode()).isZero();
        assertThat(unasked.err()).startsWith("erases crm:c-17 at ").doesNotContain("Type yes");
        assertThat(requests).hasSize(2);
    }

    @Test
    void withoutTheStreamsServiceAScriptErasesAllTheSame() {
        CommandRun run = CommandRun.of(
                "privacy", "erase", "crm:c-17", "--gateway-url", url(), "--url", "http://127.0.0.1:1", "--wait", "0");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .startsWith("whom it erases at " + url() + " cannot be shown: no streams service answers at ");
        assertThat(requests).hasSize(1);
    }

    @Test
    void aWrongTokenIsSaidToBeWrong() {
        status = 401;
        answer = "{\"detail\": \"unknown key\"}";

        CommandRun run =
                CommandRun.in(Map.of("TRUENORTH_GATEWAY_TOKEN", "tn_wrong"), command("erase", "crm:c-17", "--yes"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .endsWith("truenorth: " + url() + " rejected the token in TRUENORTH_GATEWAY_TOKEN: unknown key\n");
        assertThat(run("erase", "crm:c-17").err())
                .endsWith("truenorth: " + url() + " rejected the erase: unknown key (set TRUENORTH_GATEWAY_TOKEN)\n");
    }

    @Test
    void consentIsRequestedOfTheGateway() {
        assertThat(run("consent", "crm:c-17", "--scoring", "withdrawn", "--activation", "given", "--request-id", "r-1"))
                .isEqualTo(new CommandRun(0, "requested the consent of crm:c-17 at " + url() + " (request r-1)\n", ""));

        assertThat(requests)
                .containsExactly("/v1/privacy/consent {\"identity\":\"crm:c-17\",\"scoring\":false,\"activation\":true,"
                        + "\"requestId\":\"r-1\"}");
    }

    @Test
    void whatTheGatewayRejectsIsTold() {
        status = 400;
        answer = "{\"detail\": \"/identity: expected an identity of a person, was a reference\"}";
        CommandRun reference = run("erase", "order:1017");
        assertThat(reference.exitCode()).isEqualTo(2);
        assertThat(reference.out()).isEmpty();
        assertThat(reference.err())
                .endsWith("\ntruenorth: /identity: expected an identity of a person, was a reference\n");

        status = 403;
        answer = "{\"detail\": \"the token desk may not erase customers or set consent\"}";
        assertThat(run("consent", "crm:c-17", "--scoring", "given"))
                .isEqualTo(new CommandRun(
                        1,
                        "",
                        "truenorth: " + url()
                                + " rejected the consent: the token desk may not erase customers or set consent\n"));
    }

    @Test
    void theConsentsOfAFileAreSentOnceEach() throws IOException {
        Path file = Files.writeString(directory.resolve("consents.csv"), """
                identity,scoring,activation
                crm:c-1,given,withdrawn
                email:ann@example.net,,true
                crm:c-2,FALSE,
                """);

        assertThat(run("consent", "--file", file.toString(), "--request-id", "list"))
                .isEqualTo(new CommandRun(0, "requested the consents of the file at " + url() + ": 3\n", ""));

        assertThat(requests)
                .containsExactlyInAnyOrder(
                        "/v1/privacy/consent {\"identity\":\"crm:c-1\",\"scoring\":true,\"activation\":false,"
                                + "\"requestId\":\"list-1\"}",
                        "/v1/privacy/consent {\"identity\":\"email:ann@example.net\",\"activation\":true,"
                                + "\"requestId\":\"list-2\"}",
                        "/v1/privacy/consent {\"identity\":\"crm:c-2\",\"scoring\":false,\"requestId\":\"list-3\"}");
    }

    @Test
    void aFileMayBeJsonLines() throws IOException {
        Path file = Files.writeString(
                directory.resolve("consents.jsonl"),
                "{\"identity\": \"crm:c-1\", \"scoring\": false}\n\n"
                        + "{\"identity\": \"crm:c-2\", \"activation\": \"given\"}\n");

        assertThat(run("consent", "--file", file.toString()).exitCode()).isZero();

        assertThat(requests)
                .containsExactlyInAnyOrder(
                        "/v1/privacy/consent {\"identity\":\"crm:c-1\",\"scoring\":false}",
                        "/v1/privacy/consent {\"identity\":\"crm:c-2\",\"activation\":true}");
    }

    @Test
    void everyLineIsCheckedBeforeTheFirstIsSent() throws IOException {
        Path file = Files.writeString(directory.resolve("consents.csv"), """
                identity,scoring
                crm:c-1,given
                c-2,given
                crm:c-3,
                user:undefined,given
                phone:079 123 45 67,given
                crm:c-1,withdrawn
                order:1017,given
                """);

        CommandRun run = run("consent", "--file", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        String name = file.toString();
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(name + ":3: identity: expected namespace:value"),
                        line -> assertThat(line)
                                .isEqualTo(name + ":4: expected scoring, activation or both, were none"),
                        line -> assertThat(line).startsWith(name + ":5: identity: expected the name of somebody"),
                        line -> assertThat(line).startsWith(name + ":6: identity: expected a phone number"),
                        line -> assertThat(line)
                                .isEqualTo(name + ":7: says something else of the same identity than " + name + ":2"),
                        line -> assertThat(line).startsWith(name + ":8: identity: expected an identity of a person"),
                        line -> assertThat(line).isEqualTo("truenorth: 6 problems; nothing was sent"));
        assertThat(requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customer,scoring\\ncrm:c-1,given         | 1: unknown column "customer"
            identity\\ncrm:c-1                       | 1: expected the columns identity and scoring, activation or both
            identity,scoring\\ncrm:c-1,maybe         | 2: scoring: expected given or withdrawn (or true or false, or nothing), was "maybe"
            {"identity": "crm:c-1", "scorign": true} | 1: unknown field "scorign", did you mean scoring?
            {"identity": "crm:c-1", "scoring": true  | 1: expected a JSON object
            """)
    void whatIsWrongWithAFileIsToldByItsLine(String content, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("list"), content.replace("\\n", "\n"));

        CommandRun run = run("consent", "--file", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(file + ":" + message);
        assertThat(requests).isEmpty();
    }

    @Test
    void anInterruptedListSaysHowFarItWasAndMayBeRepeated() throws IOException {
        status = 503;
        answer = "{\"detail\": \"no broker answers\"}";
        Path file = Files.writeString(
                directory.resolve("consents.csv"), "identity,scoring\ncrm:c-1,given\ncrm:c-2,given\n");

        CommandRun run = run("consent", "--file", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("no broker answers; 0 of 2 consents were sent before, and the command may be repeated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            consent                                  | expected an IDENTITY, or --file
            consent crm:c-1                          | expected --scoring, --activation or both
            consent crm:c-1 --file x.csv             | --file: the file has identities and their consent
            consent --file none.csv                  | none.csv: cannot be read
            erase crm:c-1 --later-events forget      | expected one of [begin_anew, drop]
            """)
    void whatIsMissingIsTold(String arguments, String message) {
        CommandRun run = run(arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(requests).isEmpty();
    }

    @Test
    void whatFollowsTheObjectOfALineIsAMistake() throws IOException {
        Path file = Files.writeString(
                directory.resolve("consents.jsonl"),
                "{\"identity\": \"crm:c-1\", \"scoring\": false}\n"
                        + "{\"identity\": \"crm:c-2\", \"scoring\": true} {\"identity\": \"crm:c-3\"}\n");

        CommandRun run = run("consent", "--file", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(file + ":2: expected a JSON object, was ", "nothing was sent");
        assertThat(requests).isEmpty();
    }

    @Test
    void whomToLookForMustBeTold() {
        assertThat(CommandRun.of("privacy", "verify").err())
                .isEqualTo("truenorth: expected the identities of a person, or --receipt\n");
        assertThat(CommandRun.of("privacy", "verify", "c-17").err())
                .isEqualTo("truenorth: expected an identity such as crm:c-17, was \"c-17\"\n");
        assertThat(CommandRun.of("privacy", "verify", "crm:c-17", "--file", "none.avro")
                        .err())
                .isEqualTo("truenorth: --file: none.avro: no such file, or it cannot be read\n");
        assertThat(CommandRun.of("privacy").err())
                .isEqualTo("truenorth: privacy: expected erase, consent, export or verify; see truenorth privacy"
                        + " --help\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"erase", "consent", "export", "verify"})
    void everyCommandTeachesByExamples(String command) {
        CommandRun run = CommandRun.of("privacy", command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("  truenorth privacy " + command + " ").contains("Exit codes:");
    }
}
