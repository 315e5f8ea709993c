package io.truenorth.streams;

import io.truenorth.service.Component;
import java.time.Duration;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;

/** Kafka Streams as a part of the service. */
final class StreamsEngine implements Component {
    private static final Duration GIVE_UP = Duration.ofSeconds(5);

    private final KafkaStreams streams;
    private final GroupMembershipOperation membership;
    private final FailedStore stores;

    /**
     * The engine.
     *
     * @param isStaticMember whether its restart is awaited, so that it does not leave the group
     * @param stores knows which failures are damage
     */
    StreamsEngine(KafkaStreams streams, boolean isStaticMember, FailedStore stores) {
        this.streams = streams;
        this.stores = stores;
        this.membership =
                isStaticMember ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP;
    }

    /** Who says what becomes of a thread that failed; told before the start. */
    void onFailure(StreamsUncaughtExceptionHandler answer) {
        streams.setUncaughtExceptionHandler(answer);
    }

    @Override
    public String name() {
        return "kafka-streams";
    }

    /** Opens the stores that are there. Where that fails nothing of it runs, and the stores are free. */
    @Override
    public void start() {
        try {
            streams.start();
        } catch (RuntimeException e) {
            streams.close(GIVE_UP);
            throw stores.explain(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    @Override
    public void stop(Duration retry) {
        streams.close(CloseOptions.timeout(retry).withGroupMembershipOperation(membership));
    }
}
