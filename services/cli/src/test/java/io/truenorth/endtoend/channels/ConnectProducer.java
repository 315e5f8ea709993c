package io.truenorth.endtoend.channels;

import io.truenorth.producer.TouchpointDraft;
import io.truenorth.producer.TouchpointProducer;
import java.time.Instant;
import java.util.Map;

/** What a team does that writes to Kafka itself. */
final class ConnectProducer {

    private ConnectProducer() {}

    static void order(String bootstrapServers, String registryUrl) {
        // docs:
        try (TouchpointProducer producer =
                TouchpointProducer.connect(Map.of("bootstrap.servers", bootstrapServers), registryUrl)) {
            producer.send(TouchpointDraft.ofCustomer("order-1018", "store", "purchase")
                    .by("crm", "c-5")
                    .at(Instant.parse("2026-03-01T10:00:00Z"))
                    .money(1999, "EUR")
                    .build());
            producer.flush();
        }
        // :docs
    }
}
