package io.truenorth.streams;

import io.truenorth.service.Component;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

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

    /** What nobody expected stops all stream threads; this is who is told, before the start. */
    void onFailure(Consumer<Throwable> listener) {
        streams.setUncaughtExceptionHandler(failure -> {
            listener.accept(failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
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
