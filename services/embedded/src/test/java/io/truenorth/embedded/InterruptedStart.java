package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** A start that somebody breaks off. */
final class InterruptedStart {
    private static final Duration SOON = Duration.ofMinutes(1);

    private InterruptedStart() {}

    /** Interrupts a start at a moment, and sees to it that it ends and says so. */
    static void at(Callable<Boolean> moment, Runnable start) throws InterruptedException {
        List<Throwable> rejectedLines = new CopyOnWriteArrayList<>();
        Thread starting = new Thread(start);
        starting.setUncaughtExceptionHandler((thread, rejection) -> rejectedLines.add(rejection));
        starting.start();
        await().atMost(SOON).until(moment);

        starting.interrupt();
        starting.join(SOON.toMillis());

        assertThat(rejectedLines)
                .singleElement()
                .satisfies(rejection -> assertThat(rejection)
                        .isInstanceOfSatisfying(
                                StartRefusedException.class,
                                e -> assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED)));
    }
}
