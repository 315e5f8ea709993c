package io.truenorth.cli.replay;

import io.truenorth.deployment.Deployment;
import io.truenorth.schemas.Topics;
import io.truenorth.standalone.terminal.StatusOutput;
import io.truenorth.streams.topology.StreamsTopology;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Waits until the streams service has processed what was sent, and shows the progress. */
public final class Processing {
    private static final Duration STRIKINGLY_LONG = Duration.ofSeconds(20);

    private final Deployment deployment;
    private final UnprocessedRecords unprocessed;
    private final StatusOutput output;
    private long left = Long.MAX_VALUE;
    private long progressAt = System.nanoTime();
    private boolean warned;

    /** Waits for a deployment. */
    public Processing(Deployment deployment, UnprocessedRecords unprocessed, StatusOutput output) {
        this.deployment = deployment;
        this.unprocessed = unprocessed;
        this.output = output;
    }

    /**
     * Returns once everything is scored and aggregated for the dashboard.
     *
     * @param sent the number of touchpoints
     * @param ends the end offsets of the touchpoints topic, by partition
     */
    public void await(long sent, Map<Integer, Long> ends) throws InterruptedException {
        await(deployment.topics().topic(Topics.TOUCHPOINTS).name(), "touchpoints", sent, ends);
    }

    /**
     * Returns once everything on a topic is scored and aggregated for the dashboard.
     *
     * @param topic read by the streams service
     * @param what its records are, in the plural
     * @param sent the number of records
     * @param ends the end offsets, by partition
     */
    public void await(String topic, String what, long sent, Map<Integer, Long> ends) throws InterruptedException {
        while (remaining(topic, ends) > 0) {
            output.status(
                    String.format(Locale.ROOT, "scoring: %,d of %,d %s", sent - Math.min(left, sent), sent, what));
            Thread.sleep(UnprocessedRecords.BETWEEN_LOOKS.toMillis());
        }
        for (String internal : StreamsTopology.repartitionTopics(deployment.applicationId())) {
            unprocessed.awaitProcessed(internal, () -> output.status("aggregating"));
        }
        output.clearStatus();
    }

    private long remaining(String topic, Map<Integer, Long> ends) throws InterruptedException {
        long now = unprocessed.before(topic, ends);
        if (now < left) {
            left = now;
            progressAt = System.nanoTime();
        } else if (!warned && System.nanoTime() - progressAt > STRIKINGLY_LONG.toNanos()) {
            warned = true;
            output.line("nothing was scored for " + STRIKINGLY_LONG.toSeconds()
                    + " s: is the streams service " + deployment.applicationId()
                    + " running? All events are on the topic and will be scored; Ctrl-C only stops waiting");
        }
        return now;
    }
}
