package io.truenorth.streams.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.deployment.MoneyConfig;
import io.truenorth.identity.Placeholders;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.schemas.FailureReason;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.schemas.serde.RegistryUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** A record whose schema cannot be looked up is retried and does not fail. */
class RegistryRetryTest {
    private static final ReceivedRecord OF_SCHEMA_7 = new ReceivedRecord(
            new byte[] {1}, new byte[] {0, 0, 0, 0, 7, 1, 2}, new RecordHeaders(), new Origin("touchpoints", 0, 0, 0));

    /** A registry that is unavailable for some attempts and then has no schema. */
    private static final class AwayAtFirst extends MockSchemaRegistryClient {
        private final AtomicInteger attempts = new AtomicInteger();
        private final int away;

        AwayAtFirst(int away) {
            this.away = away;
        }

        @Override
        public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
            if (attempts.incrementAndGet() <= away) {
                throw new IOException("connection refused");
            }
            throw new RestClientException("Schema not found", 404, 40403);
        }
    }

    private static TouchpointDecoder decoder(MockSchemaRegistryClient registry, RegistryRetry retry) {
        TouchpointRules rules = new TouchpointRules(
                ArrivalRule.STANDARD,
                ScoringModel.standard().kinds(),
                MoneyConfig.only("EUR"),
                Placeholders.standard());
        return new TouchpointDecoder(new RecordSerdes(registry).reader(Topics.TOUCHPOINTS), rules, retry);
    }

    @Test
    void anUnknownSchemaIsAskedForUntilTheRegistryAnswers() {
        AwayAtFirst registry = new AwayAtFirst(3);
        RegistryRetry retry = new RegistryRetry(Duration.ofMillis(1));

        DecodeResult result = decoder(registry, retry).read(OF_SCHEMA_7);

        assertThat(result)
                .isInstanceOfSatisfying(
                        RejectedRecord.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(FailureReason.UNKNOWN_SCHEMA));
        assertThat(registry.attempts).hasValue(4);
        assertThat(retry.waiting()).isZero();
    }

    @Test
    void waitingThreadsAreCountedAndEndWhenTheServiceStops() throws Exception {
        RegistryRetry retry = new RegistryRetry(Duration.ofMillis(1));
        TouchpointDecoder decoder = decoder(new AwayAtFirst(Integer.MAX_VALUE), retry);
        CompletableFuture<DecodeResult> result = CompletableFuture.supplyAsync(() -> decoder.read(OF_SCHEMA_7));
        await().until(() -> retry.waiting() == 1);

        retry.close();

        assertThatThrownBy(() -> result.get(1, TimeUnit.MINUTES))
                .hasCauseInstanceOf(RegistryUnavailableException.class);
        assertThat(retry.waiting()).isZero();
    }
}
