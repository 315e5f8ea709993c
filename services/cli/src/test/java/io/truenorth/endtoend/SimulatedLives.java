package io.truenorth.endtoend;

import io.truenorth.deployment.Deployment;
import io.truenorth.producer.TouchpointProducer;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.simulator.KafkaTouchpointSink;
import io.truenorth.simulator.SimulatedTouch;
import io.truenorth.simulator.Simulation;
import io.truenorth.simulator.SimulationConfig;
import io.truenorth.standalone.LocalSystem;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tells a system the lives of simulated customers until now, by the producer library. */
public final class SimulatedLives {
    private final LocalSystem system;

    public SimulatedLives(LocalSystem system) {
        this.system = system;
    }

    /** Tells all of it, and shows each touch that was told. */
    public void send(SimulationConfig lives, Consumer<SimulatedTouch> visitor) throws IOException {
        send(sender -> new Simulation(lives).forEachUntil(System.currentTimeMillis(), touch -> {
            sender.send(touch);
            visitor.accept(touch);
        }));
    }

    /** Tells these, in their order. */
    void send(List<SimulatedTouch> touches) throws IOException {
        send(sender -> touches.forEach(sender::send));
    }

    private void send(Consumer<KafkaTouchpointSink> sending) throws IOException {
        Deployment deployment = system.deployment();
        RecordSerdes serdes = deployment.registry().serdes();
        TouchpointProducer producer = TouchpointProducer.on(
                deployment.kafka().client("lives", Map.of()),
                serdes,
                deployment.topics().topic(Topics.TOUCHPOINTS));
        try (KafkaTouchpointSink sender = new KafkaTouchpointSink(producer, Clock.systemUTC())) {
            sending.accept(sender);
        } finally {
            serdes.registry().close();
        }
    }
}
