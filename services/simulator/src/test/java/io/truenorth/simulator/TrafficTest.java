package io.truenorth.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.truenorth.producer.SendFailedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final SimulationConfig CONFIG = SimulationConfig.of(5, 300, START);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final AtomicReference<Instant> now = new AtomicReference<>(START.plus(Duration.ofDays(60)));
    private final InstantSource clock = now::get;
    private final Recorder recorder = new Recorder();

    @Test
    void sendsThePastAndNothingOfTheFuture() {
        Traffic traffic = new Traffic(new Simulation(CONFIG), recorder, clock, 1_000_000);

        int sent = traffic.sendDue(1_000_000);

        assertThat(sent).isPositive();
        assertThat(traffic.sent()).isEqualTo(sent);
        assertThat(recorder.touches)
                .hasSize(sent)
                .allSatisfy(touch -> assertThat(touch.knownAt()).isLessThanOrEqualTo(clock.millis()));
        assertThat(traffic.sendDue(1_000_000)).isZero();
    }

    @Test
    void goesOnWhereItWasWhenTimeHasPassed() {
        Traffic traffic = new Traffic(new Simulation(CONFIG), recorder, clock, 1_000_000);
        traffic.sendDue(1_000_000);
        int before = recorder.touches.size();

        now.set(START.plus(Duration.ofDays(90)));
        traffic.sendDue(1_000_000);

        assertThat(recorder.touches.size()).isGreaterThan(before);
        assertThat(recorder.touches).doesNotHaveDuplicates();
    }

    @Test
    void runsUntilItIsClosed() throws InterruptedException {
        now.set(START.plus(Duration.ofDays(5)));
        Traffic traffic = new Traffic(new Simulation(CONFIG), recorder, clock, 1_000_000);
        Thread thread = new Thread(traffic::run);
        thread.start();
        await().atMost(SOON).until(() -> recorder.flushed > 0);
        int before = recorder.touches.size();

        now.set(START.plus(Duration.ofDays(30)));
        await().atMost(SOON).until(() -> recorder.touches.size() > before);
        traffic.close();

        thread.join(SOON.toMillis());
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void neverSendsMoreThanItsRate() {
        Traffic traffic = new Traffic(new Simulation(CONFIG), recorder, clock, 10);

        assertThat(traffic.sendDue(10)).isEqualTo(10);
        assertThatThrownBy(() -> new Traffic(new Simulation(CONFIG), recorder, clock, 0))
                .hasMessageContaining("mostPerSecond");
    }

    @Test
    void aSenderThatFailsEndsTheRun() {
        TouchpointSink broken = new Recorder() {
            @Override
            public void send(SimulatedTouch touch) {
                throw new SendFailedException("no broker", new IllegalStateException());
            }
        };

        assertThatThrownBy(() -> new Traffic(new Simulation(CONFIG), broken, clock, 10).run())
                .isInstanceOf(SendFailedException.class)
                .hasMessage("no broker");
    }

    private static class Recorder implements TouchpointSink {
        private final List<SimulatedTouch> touches = new CopyOnWriteArrayList<>();
        private volatile int flushed;

        @Override
        public void send(SimulatedTouch touch) {
            touches.add(touch);
        }

        @Override
        public synchronized void flush() {
            flushed++;
        }

        @Override
        public void close() {}
    }
}
