package io.truenorth.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topics;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TouchpointProducerTest {
    private final MockProducer<String, Touchpoint> kafka =
            new MockProducer<>(false, null, new StringSerializer(), (topic, touchpoint) -> new byte[0]);
    private final TouchpointProducer producer = new TouchpointProducer(kafka, Topics.TOUCHPOINTS);

    private static Touchpoint visit(String id) {
        return TouchpointDraft.ofCustomer(id, "web", "page_visited")
                .by("crm", "c-1")
                .by("cookie", "x")
                .at(Instant.EPOCH)
                .build();
    }

    @Test
    void writesUnderTheStrongestIdentity() {
        producer.send(visit("e-1"));

        assertThat(kafka.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("touchpoints");
            assertThat(record.key()).isEqualTo("crm:c-1");
            assertThat(record.timestamp()).isNull();
        });
    }

    @Test
    void knowsTheOffsetBehindWhatWasDelivered() {
        producer.send(visit("e-1"));
        producer.send(visit("e-2"));
        assertThat(producer.ends()).isEmpty();

        kafka.completeNext();
        kafka.completeNext();

        assertThat(producer.ends()).containsExactly(Map.entry(0, 2L));
    }

    @Test
    void tellsOfAFailureWithTheNextTouchpointAndWhenFlushed() {
        producer.send(visit("e-1"));
        kafka.errorNext(new TimeoutException("away"));

        assertThatThrownBy(() -> producer.send(visit("e-2")))
                .isInstanceOf(SendFailedException.class)
                .hasMessageContaining("touchpoints cannot be written to touchpoints: away");
        assertThatThrownBy(producer::flush).isInstanceOf(SendFailedException.class);
    }
}
