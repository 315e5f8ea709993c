package io.truenorth.containers;

import io.truenorth.producer.SendFailedException;
import io.truenorth.simulator.SimulatedTouch;
import io.truenorth.simulator.TouchpointSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sends one touch in ten through the gateway unless it has a pseudonym, the others straight to the topic. */
final class BothWays implements TouchpointSink {
    private static final int ONE_IN = 10;
    private static final int BATCH = 40;

    private final TouchpointSink topic;
    private final GatewayClient gateway;
    private final List<SimulatedTouch> waiting = new ArrayList<>();
    private long count;
    private long posted;

    BothWays(TouchpointSink topic, GatewayClient gateway) {
        this.topic = topic;
        this.gateway = gateway;
    }

    @Override
    public void send(SimulatedTouch touch) {
        if (count++ % ONE_IN != 0 || touch.isPseudonymous()) {
            topic.send(touch);
            return;
        }
        waiting.add(touch);
        if (waiting.size() == BATCH) {
            post();
        }
    }

    private void post() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            gateway.post(waiting);
            posted += waiting.size();
            waiting.clear();
        } catch (IOException e) {
            throw new SendFailedException("the gateway did not take them", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SendFailedException("interrupted", e);
        }
    }

    /** How many touches the gateway has taken. */
    long posted() {
        return posted;
    }

    @Override
    public void flush() {
        post();
        topic.flush();
    }

    @Override
    public void close() {
        topic.close();
    }
}
