package io.truenorth.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.truenorth.cli.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as told, which is the gateway and the streams service. */
class IdentityCommandTest {
    private static final String PSEUDONYM = "3b89494612bb32bf44b3e059228e284e";

    private final List<String> requests = new ArrayList<>();
    private int status = 202;
    private String answer = "{\"requestId\": \"r-1\"}";
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sent).strip());
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Test
    void aLinkIsRequestedOfTheGateway() {
        CommandRun run = CommandRun.of(
                "identity", "link", "crm:c-1", "card:4711", "--request-id", "r-1", "--gateway-url", url());

        assertThat(run).isEqualTo(new CommandRun(0, "requested the link of crm:c-1 and card:4711 (request r-1)\n", ""));
        assertThat(requests)
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("POST /v1/identities/link {")
                        .contains("\"identity\":\"crm:c-1\"", "\"other\":\"card:4711\"", "\"requestId\":\"r-1\""));
    }

    @Test
    void aSplitIsRequestedOfTheGateway() {
        CommandRun run = CommandRun.of("identity", "split", "card:4711", "--gateway-url", url());

        assertThat(run).isEqualTo(new CommandRun(0, "requested the split of card:4711 (request r-1)\n", ""));
        assertThat(requests).containsExactly("POST /v1/identities/split {\"identity\":\"card:4711\"}");
    }

    @Test
    void whatTheGatewayRejectsIsTold() {
        status = 400;
        answer = "{\"detail\": \"/identity: expected namespace:value\"}";
        assertThat(CommandRun.of("identity", "split", "4711", "--gateway-url", url()))
                .isEqualTo(new CommandRun(2, "", "truenorth: /identity: expected namespace:value\n"));

        status = 401;
        answer = "{\"detail\": \"unknown key\"}";
        assertThat(CommandRun.of("identity", "split", "card:4711", "--gateway-url", url()))
                .isEqualTo(new CommandRun(
                        1,
                        "",
                        "truenorth: " + url() + " rejected the split: unknown key (set TRUENORTH_GATEWAY_TOKEN)\n"));
    }

    @Test
    void theIdentitiesOfACustomerAreShown() {
        status = 200;
        answer = """
                {"customer": "crm:c-1", "asked": "anonymous:a-1", "identities": ["crm:c-1", "anonymous:a-1"],
                 "links": [{"first": "anonymous:a-1", "second": "crm:c-1", "source": "shop", "eventId": "sign-up",
                            "at": "2026-03-01T12:00:00Z", "byHand": false}],
                 "refusals": [], "refused": 0, "apart": [],
                 "consent": {"scoring": true, "activation": false, "said": []}}""";

        CommandRun run = CommandRun.of("identity", "show", "anonymous:a-1", "--url", url());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("crm:c-1 is a customer with 2 identities\n")
                .contains("  anonymous:a-1 and crm:c-1\n      event sign-up of shop, 1 March 2026, 12:00 UTC\n");
        assertThat(requests).containsExactly("GET /v1/customers/anonymous%3Aa-1/identities");
    }

    @Test
    void aPersonalIdentityIsShownByItsPseudonym() {
        status = 404;

        CommandRun byPseudonym = CommandRun.of("identity", "show", "email:" + PSEUDONYM, "--url", url());
        CommandRun byAddress = CommandRun.of("identity", "show", "email:ann@example.org", "--url", url());

        assertThat(byPseudonym.err()).isEqualTo("truenorth: nothing is known of \"email:" + PSEUDONYM + "\"\n");
        assertThat(requests).containsExactly("GET /v1/customers/email%3A" + PSEUDONYM + "/identities");
        assertThat(byAddress.exitCode()).isEqualTo(2);
        assertThat(byAddress.err())
                .contains("(gateway.identities.pseudonymKey); --config names the gateway's configuration");
    }

    @Test
    void whatIsNoIdentityIsTold() {
        assertThat(CommandRun.of("identity", "show", "c-1").err())
                .isEqualTo("truenorth: expected an identity such as crm:c-17, was \"c-1\"\n");
        assertThat(CommandRun.of("identity").err())
                .isEqualTo("truenorth: identity: expected show, link or split; see truenorth identity --help\n");
    }
}
