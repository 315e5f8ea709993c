package io.truenorth.endtoend.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.query.CustomerHistoryReport;
import io.truenorth.query.QueryClient;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.streams.customer.TouchpointCounters;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A refund of Shopify, a dispute of Stripe and an answer in Zendesk name an order, a charge and a ticket, and no customer. They
 * reach the customer of these, before and after them, and before and after the identities of the three systems are joined.
 */
class ReferencesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void whatNamesAnOrderAChargeOrATicketReachesItsCustomer() throws Exception {
        Map<String, String> documents = Map.of(
                "shopify.yaml", "extends: shopify\nsignature: { scheme: none }\n",
                "stripe.yaml", "extends: stripe\nsignature: { scheme: none }\n",
                "zendesk.yaml", "extends: zendesk\nsignature: { scheme: none }\n");
        try (LocalSystem system = ConnectedSystem.start(directory, documents, Map.of())) {
            URI gateway = system.addresses().gateway();
            sendObjects(gateway, 1);
            sendFollowUps(gateway, 1);
            join(gateway, 1);

            sendFollowUps(gateway, 2);
            sendObjects(gateway, 2);
            join(gateway, 2);

            sendObjects(gateway, 3);
            join(gateway, 3);
            sendFollowUps(gateway, 3);

            sendFollowUps(gateway, 4);
            join(gateway, 4);
            sendObjects(gateway, 4);

            QueryClient queries = ConnectedSystem.queries(system);
            for (int person = 1; person <= 4; person++) {
                awaitAll(queries, "crm:p-" + person);
            }
            TouchpointCounters counters = system.streams().counters().sum();
            assertThat(counters.waiting()).isZero();
            assertThat(counters.scored()).isEqualTo(counters.received()).isEqualTo(4 * 7);
        }
    }

    private static void awaitAll(QueryClient queries, String customer) {
        await(customer)
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(queries.history(customer, Instant.now().toString()))
                                .hasValueSatisfying(history -> assertThat(cells(history))
                                        .containsExactlyInAnyOrder(
                                                "web page_viewed 1 0",
                                                "web purchase 1 0",
                                                "web refund 0 1",
                                                "payment purchase 1 0",
                                                "payment dispute_opened 1 0",
                                                "support ticket_opened 1 0",
                                                "support message_sent 0 1")));
    }

    private static List<String> cells(CustomerHistoryReport history) {
        return history.cells().stream()
                .map(cell -> cell.channel() + " " + cell.kind() + " " + cell.in() + " " + cell.out())
                .toList();
    }

    /** The order, the charge and the ticket, each with the customer as its system names them. */
    private void sendObjects(URI gateway, int person) throws Exception {
        send(gateway.resolve("/v1/sources/shopify"), "orders/paid", """
                {"id": NUMBER, "processed_at": "TIME", "current_total_price": "19.99", "currency": "EUR",
                 "customer": {"id": 50NUMBER}}""", person);
        send(gateway.resolve("/v1/sources/stripe"), "", """
                {"id": "evt_cNUMBER", "object": "event", "created": SECONDS, "type": "charge.succeeded", "data": {"object":
                 {"id": "ch_NUMBER", "amount": 1999, "currency": "eur", "customer": "cus_NUMBER"}}}""", person);
        send(gateway.resolve("/v1/sources/zendesk"), "", """
                {"id": "z-cNUMBER", "time": "TIME", "type": "zen:event-type:ticket.created",
                 "detail": {"id": "7NUMBER", "requester_id": "88NUMBER"}, "event": {}}""", person);
    }

    /** The refund, the dispute and the answer. */
    private void sendFollowUps(URI gateway, int person) throws Exception {
        send(gateway.resolve("/v1/sources/shopify"), "refunds/create", """
                {"id": 90NUMBER, "order_id": NUMBER, "processed_at": "TIME", "transactions":
                 [{"id": 1, "amount": "5.00", "currency": "EUR", "kind": "refund", "status": "success"}]}""", person);
        send(gateway.resolve("/v1/sources/stripe"), "", """
                {"id": "evt_dNUMBER", "object": "event", "created": SECONDS, "type": "charge.dispute.created", "data":
                 {"object": {"id": "dp_NUMBER", "charge": "ch_NUMBER"}}}""", person);
        send(gateway.resolve("/v1/sources/zendesk"), "", """
                {"id": "z-aNUMBER", "time": "TIME", "type": "zen:event-type:messaging_ticket.message_added", "detail":
                 {"id": "7NUMBER"}, "event": {"actor": {"id": "3", "type": "agent"}, "message": {"id": "m-NUMBER"}}}""", person);
    }

    /** An event of the customer with the identities of all systems. */
    private void join(URI gateway, int person) throws Exception {
        send(gateway.resolve("/v1/touchpoints"), "", """
                {"eventId": "join-NUMBER", "occurredAt": "TIME", "channel": "web", "kind": "page_viewed", "direction": "in",
                 "identities": [{"namespace": "crm", "value": "p-NUMBER"}, {"namespace": "shopify", "value": "50NUMBER"},
                 {"namespace": "stripe", "value": "cus_NUMBER"}, {"namespace": "zendesk", "value": "88NUMBER"}]}""", person);
    }

    private void send(URI address, String shopifyTopic, String template, int person) throws Exception {
        String body = template.replace("NUMBER", Integer.toString(person))
                .replace("TIME", NOON.toString())
                .replace("SECONDS", Long.toString(NOON.getEpochSecond()));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("X-Shopify-Topic", shopifyTopic)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        assertThat(answer.body()).contains("\"accepted\":1");
    }
}
