package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events in their native form to a gateway, each of which it must accept. */
final class EventSender {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI touchpoints;

    EventSender(URI gateway) {
        this.touchpoints = gateway.resolve("/v1/touchpoints");
    }

    /**
     * Sends an event of a customer on the channel web.
     *
     * @param members further members of the event in JSON, at least its kind
     * @param identities as {@code namespace:value}
     */
    void send(String id, Instant at, String members, String... identities) throws Exception {
        String list = Arrays.stream(identities)
                .map(identity -> identity.split(":", 2))
                .map(parts -> "{\"namespace\": \"" + parts[0] + "\", \"value\": \"" + parts[1] + "\"}")
                .collect(Collectors.joining(", "));
        post("{\"eventId\": \"" + id + "\", \"identities\": [" + list + "], \"occurredAt\": \"" + at
                + "\", \"channel\": \"web\", \"direction\": \"in\", " + members + "}");
    }

    /** Sends a refund that names an order and no customer. */
    void sendRefund(String id, Instant at, String order) throws Exception {
        post("{\"eventId\": \"" + id + "\", \"references\": [\"" + order + "\"], \"occurredAt\": \"" + at
                + "\", \"channel\": \"shop\", \"kind\": \"refund\", \"direction\": \"out\","
                + " \"money\": {\"amountMinor\": -250, \"currency\": \"EUR\"}}");
    }

    private void post(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(touchpoints)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /** Writes a record to the topic of touchpoints that fails, with an identity as its key. */
    static void writeUnreadable(String bootstrapServers, String topic, String identity) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, identity, "no touchpoint"))
                    .get();
        }
    }
}
