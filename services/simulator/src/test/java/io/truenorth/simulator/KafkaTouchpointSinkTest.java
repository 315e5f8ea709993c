package io.truenorth.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import io.truenorth.producer.SendFailedException;
import io.truenorth.producer.TouchpointProducer;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.schemas.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaTouchpointSinkTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    private final MockProducer<String, Touchpoint> producer =
            new MockProducer<>(false, null, new StringSerializer(), (topic, touchpoint) -> new byte[0]);
    private final KafkaTouchpointSink sender =
            new KafkaTouchpointSink(new TouchpointProducer(producer, Topics.TOUCHPOINTS), CLOCK);

    @Test
    void writesEveryTouchUnderItsCustomersKeyAsTheContractHasIt() {
        Map<String, SimulatedTouch> sent = new HashMap<>();
        new Simulation(SimulationConfig.of(11, 200, START))
                .forEachUntil(Instant.parse("2025-01-01T00:00:00Z").toEpochMilli(), touch -> {
                    sent.put(touch.eventId(), touch);
                    sender.send(touch);
                });

        assertThat(producer.history()).hasSize(sent.size());
        for (ProducerRecord<String, Touchpoint> record : producer.history()) {
            Touchpoint written = record.value();
            SimulatedTouch touch = sent.get(written.getEventId());
            assertThat(record.topic()).isEqualTo("touchpoints");
            assertThat(record.key()).isEqualTo(touch.key());
            assertThat(record.timestamp()).isNull();
            assertThat(written.getIdentities())
                    .extracting(identity -> new SimulatedIdentity(identity.getNamespace(), identity.getValue()))
                    .isEqualTo(touch.identities());
            assertThat(written.getOccurredAt()).isEqualTo(touch.occurredAt());
            assertThat(written.getReceivedAt()).isEqualTo(CLOCK.millis());
            assertThat(written.getRetracts()).isEqualTo(touch.isRetraction() ? touch.retracts() : null);
        }
    }

    @Test
    void writesMoneySentimentAndDirection() {
        SimulatedTouch purchase = first(touch -> touch.kind().equals("purchase"));
        Touchpoint written = Touchpoints.of(purchase, 1);
        assertThat(written.getMoney()).isEqualTo(new Money(purchase.valueMinor(), "EUR"));
        assertThat(written.getDirection()).isEqualTo(Direction.IN);
        assertThat(written.getSentiment()).isNull();
        assertThat(written.getAttributes()).isEqualTo(purchase.attributes());

        Touchpoint mail = Touchpoints.of(first(touch -> touch.kind().equals("email_sent")), 1);
        assertThat(mail.getDirection()).isEqualTo(Direction.OUT);
        assertThat(mail.getMoney()).isNull();

        Touchpoint ticket = Touchpoints.of(first(touch -> touch.sentiment() == Sentiment.NEGATIVE), 1);
        assertThat(ticket.getSentiment()).isEqualTo(-1.0);
    }

    @Test
    void aLostTouchIsToldAtTheNextAndAtTheEnd() {
        sender.send(new Simulation(SimulationConfig.of(11, 200, START)).next());
        producer.errorNext(new TimeoutException("no broker"));

        assertThatThrownBy(sender::flush)
                .isInstanceOf(SendFailedException.class)
                .hasMessageContaining("touchpoints")
                .hasMessageContaining("no broker")
                .hasMessageContaining("can be sent again");
        assertThatThrownBy(() -> sender.send(new Simulation(SimulationConfig.of(11, 200, START)).next()))
                .isInstanceOf(SendFailedException.class);
    }

    private static SimulatedTouch first(Predicate<SimulatedTouch> wanted) {
        Simulation simulation = new Simulation(SimulationConfig.of(11, 200, START));
        SimulatedTouch touch = simulation.next();
        while (!wanted.test(touch)) {
            touch = simulation.next();
        }
        return touch;
    }
}
