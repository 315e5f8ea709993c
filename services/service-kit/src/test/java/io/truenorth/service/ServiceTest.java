package io.truenorth.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> events = new CopyOnWriteArrayList<>();

    @Test
    void componentsStartInOrderAndStopInReverse() {
        Service service = new Service("test", PATIENCE, List.of(part("one"), part("two")));

        service.start();
        assertThat(service.state()).isEqualTo(ServiceState.RUNNING);
        service.close();

        assertThat(service.state()).isEqualTo(ServiceState.STOPPED);
        assertThat(events).containsExactly("start one", "start two", "stop two", "stop one");
    }

    @Test
    void whereOneCannotStartThoseBeforeItAreStopped() {
        Component broken = Component.starting("broken", () -> {
            throw new IllegalStateException("no topic");
        });
        Service service = new Service("test", PATIENCE, List.of(part("one"), broken, part("two")));

        assertThatThrownBy(service::start)
                .isInstanceOf(ServiceFailedException.class)
                .hasMessage("test: broken cannot start: no topic");

        assertThat(service.state()).isEqualTo(ServiceState.FAILED);
        assertThat(service.failure()).containsInstanceOf(IllegalStateException.class);
        assertThat(events).containsExactly("start one", "stop one");
    }

    @Test
    void aComponentThatFailsToStopDoesNotKeepOthersRunning() {
        Component broken = Component.closing("broken", patience -> {
            throw new IllegalStateException("stuck");
        });
        Service service = new Service("test", PATIENCE, List.of(part("one"), broken));
        service.start();

        service.close();

        assertThat(service.state()).isEqualTo(ServiceState.FAILED);
        assertThat(events).containsExactly("start one", "stop one");
    }

    @Test
    void aStopThatHangsIsBounded() {
        CountDownLatch never = new CountDownLatch(1);
        Component hanging = Component.closing("hanging", patience -> never.await());
        Service service = new Service("test", Duration.ofMillis(50), List.of(part("one"), hanging));
        service.start();

        service.close();

        assertThat(service.state()).isEqualTo(ServiceState.FAILED);
        assertThat(events).contains("stop one");
    }

    @Test
    void aFailureWhileItRunsEndsIt() throws InterruptedException {
        Service service = new Service("test", PATIENCE, List.of(part("one")));
        service.start();

        service.fail("one", new IllegalStateException("lost"));

        assertThat(service.awaitEnd()).isEqualTo(ServiceState.FAILED);
        assertThat(events).containsExactly("start one", "stop one");
    }

    @Test
    void whoAsksForTheEndGetsACleanOne() throws InterruptedException {
        Service service = new Service("test", PATIENCE, List.of(part("one")));
        service.start();

        service.requestStop();

        assertThat(service.awaitEnd()).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void aStartUnderWayIsBrokenOff() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        Component slow = Component.starting("slow", () -> {
            waiting.countDown();
            never.await();
        });
        Service service = new Service("test", PATIENCE, List.of(part("one"), slow));
        Thread starting =
                new Thread(() -> assertThatThrownBy(service::start).isInstanceOf(ServiceFailedException.class));
        starting.start();
        await().atMost(PATIENCE).until(() -> waiting.getCount() == 0);

        service.close();

        assertThat(service.state()).isEqualTo(ServiceState.FAILED);
        assertThat(events).containsExactly("start one", "stop one");
    }

    @Test
    void itLivesOnce() {
        Service service = new Service("test", PATIENCE, List.of());
        service.start();
        service.close();

        assertThatThrownBy(service::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("STOPPED");
    }

    private Component part(String name) {
        return new Component() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void start() {
                events.add("start " + name);
            }

            @Override
            public void stop(Duration patience) {
                events.add("stop " + name);
            }
        };
    }
}
