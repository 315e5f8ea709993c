package io.truenorth.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class EarlyCommitTest {
    private static final long NOON = 1_772_366_400_000L;

    private final EarlyCommits commits = new EarlyCommits(Duration.ofMillis(100));
    private final Task first = new Task(commits);
    private final Task second = new Task(commits);

    @Test
    void freshArrivalsAreCommittedAtTheNextCheck() {
        first.arrived(NOON - 5);
        assertThat(first.asksAt(NOON)).isTrue();
    }

    @Test
    void nothingIsAskedForWithoutArrivals() {
        assertThat(first.asksAt(NOON)).isFalse();
        first.arrived(NOON);
        assertThat(first.asksAt(NOON)).isTrue();
        assertThat(first.asksAt(NOON + 200)).as("committed already").isFalse();
    }

    @Test
    void aBacklogIsLeftToTheLongerInterval() {
        first.arrived(NOON - 5_000);
        assertThat(first.asksAt(NOON)).isFalse();
        first.arrived(NOON - 10);
        first.arrived(NOON - 5_000);
        assertThat(first.asksAt(NOON)).as("one of several is fresh").isTrue();
    }

    @Test
    void theTasksOfAThreadKeepOneInterval() {
        first.arrived(NOON);
        second.arrived(NOON);
        assertThat(first.asksAt(NOON + 20)).isTrue();
        assertThat(second.asksAt(NOON + 30)).as("committed with the first").isFalse();
        second.arrived(NOON + 40);
        assertThat(second.asksAt(NOON + 50)).as("the interval has not passed").isFalse();
        assertThat(second.asksAt(NOON + 119)).isFalse();
        assertThat(second.asksAt(NOON + 120)).isTrue();
        assertThat(first.asksAt(NOON + 300)).as("nothing arrived since").isFalse();
    }

    @Test
    void anOldArrivalThatWasCommittedDoesNotMakeABacklogFresh() {
        first.arrived(NOON);
        assertThat(first.asksAt(NOON)).isTrue();
        first.arrived(NOON - 60_000);
        assertThat(first.asksAt(NOON + 100)).isFalse();
    }

    @Test
    void checksAreFiveInAnInterval() {
        assertThat(first.context.scheduledPunctuators())
                .singleElement()
                .satisfies(check -> assertThat(check.getInterval()).isEqualTo(Duration.ofMillis(20)));
    }

    /** A task of the thread that runs the test. */
    private static final class Task {
        private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        private final EarlyCommit commit;

        private Task(EarlyCommits commits) {
            commit = EarlyCommit.of(commits, context);
        }

        private void arrived(long timestamp) {
            commit.arrived(timestamp);
        }

        private boolean asksAt(long now) {
            context.resetCommit();
            context.scheduledPunctuators().get(0).getPunctuator().punctuate(now);
            return context.committed();
        }
    }
}
