package io.truenorth.streams;

import io.truenorth.service.Component;
import java.time.Duration;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;

/** Kafka Streams as a component of the service. */
final class StreamsEngine implements Component {
    private static final Duration GIVE_UP = Duration.ofSeconds(5);

    private final KafkaStreams streams;
    private final GroupMembershipOperation membership;
    private final FailedStore stores;

    /**
     * Creates the component.
     *
     * @param isStaticMember whether the instance is a static member, which does not leave the group when it stops
     * @param stores recognizes failures caused by damaged files
     */
    StreamsEngine(KafkaStreams streams, boolean isStaticMember, FailedStore stores) {
        this.streams = streams;
        this.stores = stores;
        this.membership =
                isStaticMember ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP;
    }

    /** Sets the handler of failed stream threads; must be called before the start. */
    void onFailure(StreamsUncaughtExceptionHandler answer) {
        streams.setUncaughtExceptionHandler(answer);
    }

    @Override
    public String name() {
        return "kafka-streams";
    }

    /** Opens the existing stores. If that fails, nothing is left running and the stores are released. */
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
