package io.truenorth.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsHealthTest {

    @ParameterizedTest
    @CsvSource({
        "CREATED, true, false",
        "REBALANCING, true, false",
        "RUNNING, true, true",
        "PENDING_SHUTDOWN, true, false",
        "PENDING_ERROR, false, false",
        "ERROR, false, false"
    })
    void tellsTheTruth(State state, boolean live, boolean ready) {
        StreamsHealth health = new StreamsHealth(() -> state);

        assertThat(health.liveness().check().ok()).isEqualTo(live);
        assertThat(health.readiness().check().ok()).isEqualTo(ready);
    }
}
