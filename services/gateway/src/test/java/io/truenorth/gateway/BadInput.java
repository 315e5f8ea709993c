package io.truenorth.gateway;

import static io.truenorth.gateway.GatewayUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Every kind of bad input gets its answer, nothing of it reaches Kafka, and the next good event is taken. */
abstract class BadInput {
    static GatewayUnderTest gateway;

    @BeforeAll
    static void warmUp() {
        gateway = GatewayUnderTest.started();
        assertThat(gateway.post(event()).status()).isEqualTo(202);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void forget() {
        gateway.producer.clear();
    }

    @AfterEach
    void nothingBadIsSentAndTheNextIsTaken() {
        assertThat(gateway.producer.history()).isEmpty();
        assertThat(gateway.post(event()).status()).isEqualTo(202);
    }
}
