package io.truenorth.streams.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.identity.Placeholders;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.schemas.FailureReason;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.schemas.serde.RegistryUnavailableException;
import io.truenorth.service.deployment.MoneyConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** A record whose schema cannot be looked up waits; it does not fail. */
class RegistryPatienceTest {
    private static final ReceivedRecord OF_SCHEMA_7 = new ReceivedRecord(
            new byte[] {1}, new byte[] {0, 0, 0, 0, 7, 1, 2}, new RecordHeaders(), new Origin("touchpoints", 0, 0, 0));

    /** A registry that is away for some attempts and then knows no schema. */
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

    private static TouchpointIntake intake(MockSchemaRegistryClient registry, RegistryPatience patience) {
        TouchpointRules rules = new TouchpointRules(
                ArrivalRule.STANDARD,
                ScoringModel.standard().kinds(),
                MoneyConfig.only("EUR"),
                Placeholders.standard());
        return new TouchpointIntake(new RecordSerdes(registry).reader(Topics.TOUCHPOINTS), rules, patience);
    }

    @Test
    void anUnknownSchemaIsAskedForUntilTheRegistryAnswers() {
        AwayAtFirst registry = new AwayAtFirst(3);
        RegistryPatience patience = new RegistryPatience(Duration.ofMillis(1));

        Reading reading = intake(registry, patience).read(OF_SCHEMA_7);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(FailureReason.UNKNOWN_SCHEMA));
        assertThat(registry.attempts).hasValue(4);
        assertThat(patience.waiting()).isZero();
    }

    @Test
    void whoWaitsIsSeenAndEndsWhenTheServiceStops() throws Exception {
        RegistryPatience patience = new RegistryPatience(Duration.ofMillis(1));
        TouchpointIntake intake = intake(new AwayAtFirst(Integer.MAX_VALUE), patience);
        CompletableFuture<Reading> reading = CompletableFuture.supplyAsync(() -> intake.read(OF_SCHEMA_7));
        await().until(() -> patience.waiting() == 1);

        patience.close();

        assertThatThrownBy(() -> reading.get(1, TimeUnit.MINUTES))
                .hasCauseInstanceOf(RegistryUnavailableException.class);
        assertThat(patience.waiting()).isZero();
    }
}
