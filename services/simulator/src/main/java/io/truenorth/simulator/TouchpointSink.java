package io.truenorth.simulator;

import io.truenorth.producer.SendFailedException;

/** Receives simulated touches. Single-threaded. */
public interface TouchpointSink extends AutoCloseable {
    /**
     * Sends a touch, possibly asynchronously. Blocks while too many are in flight.
     *
     * @throws SendFailedException if this one or an earlier one cannot be delivered
     */
    void send(SimulatedTouch touch);

    /**
     * Waits until all touches are delivered.
     *
     * @throws SendFailedException if one cannot be delivered
     */
    void flush();

    @Override
    void close();
}
