package io.truenorth.simulator;

import io.truenorth.producer.SendFailedException;

/** Takes touches to wherever they are to go. For one thread. */
public interface TouchpointSink extends AutoCloseable {
    /**
     * Takes one touch, perhaps to deliver it later. Waits while too many are under way.
     *
     * @throws SendFailedException if this one or an earlier one cannot be delivered
     */
    void send(SimulatedTouch touch);

    /**
     * Returns when all touches are delivered.
     *
     * @throws SendFailedException if one cannot be delivered
     */
    void flush();

    @Override
    void close();
}
