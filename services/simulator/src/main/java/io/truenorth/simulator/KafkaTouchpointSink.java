package io.truenorth.simulator;

import io.truenorth.producer.TouchpointProducer;
import java.time.InstantSource;

/** Writes touches to the topic of touchpoints itself; a broker that is slower than the simulation slows it down. */
public final class KafkaTouchpointSink implements TouchpointSink {
    private final TouchpointProducer producer;
    private final InstantSource clock;

    /**
     * A sender on a producer, which it closes.
     *
     * @param clock tells when a touch is received
     */
    public KafkaTouchpointSink(TouchpointProducer producer, InstantSource clock) {
        this.producer = producer;
        this.clock = clock;
    }

    @Override
    public void send(SimulatedTouch touch) {
        producer.send(Touchpoints.of(touch, clock.millis()));
    }

    @Override
    public void flush() {
        producer.flush();
    }

    /** Closes the producer; what was sent is delivered first. */
    @Override
    public void close() {
        producer.close();
    }
}
