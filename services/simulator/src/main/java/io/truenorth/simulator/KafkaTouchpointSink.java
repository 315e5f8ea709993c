package io.truenorth.simulator;

import io.truenorth.producer.TouchpointProducer;
import java.time.InstantSource;

/** Writes touches to the touchpoints topic. Blocks the simulation while the broker is slower. */
public final class KafkaTouchpointSink implements TouchpointSink {
    private final TouchpointProducer producer;
    private final InstantSource clock;

    /**
     * A sink that writes with a producer, and closes it.
     *
     * @param clock the source of arrival times
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

    /** Delivers what was sent, and closes the producer. */
    @Override
    public void close() {
        producer.close();
    }
}
