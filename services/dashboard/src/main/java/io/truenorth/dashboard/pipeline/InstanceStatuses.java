package io.truenorth.dashboard.pipeline;

import io.truenorth.query.ServiceInstances;
import java.util.List;

/**
 * The status of each instance of a service.
 *
 * @param instances how many there should be, 1 or more
 * @param statuses of those that answered
 */
record InstanceStatuses<S extends Record>(int instances, List<S> statuses) {
    private static final String PATH = "/v1/status";

    InstanceStatuses {
        statuses = List.copyOf(statuses);
    }

    static <S extends Record> InstanceStatuses<S> poll(ServiceInstances service, Class<S> type) {
        return new InstanceStatuses<>(service.size(), service.getFromEach(PATH, type));
    }

    /** Whether no instance answered. */
    boolean isDown() {
        return statuses.isEmpty();
    }

    /** How many instances did not answer. */
    int missing() {
        return instances - statuses.size();
    }
}
