package io.truenorth.streams;

import io.truenorth.service.Component;
import java.time.Duration;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;

/** Kafka Streams as a part of the service. */
final class StreamsEngine implements Component {
    private final KafkaStreams streams;
    private final GroupMembershipOperation membership;

    /**
     * The engine.
     *
     * @param isStaticMember whether its restart is awaited, so that it does not leave the group
     */
    StreamsEngine(KafkaStreams streams, boolean isStaticMember) {
        this.streams = streams;
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

    @Override
    public void start() {
        streams.start();
    }

    @Override
    public void stop(Duration patience) {
        streams.close(CloseOptions.timeout(patience).withGroupMembershipOperation(membership));
    }
}
