package io.truenorth.dashboard.pipeline;

import io.truenorth.query.ServiceInstances;
import java.util.List;

/**
 * The status of each instance of a service.
 *
 * @param instances the number of configured instances, 1 or more
 * @param statuses the status of the instances that responded
 */
record InstanceStatuses<S extends Record>(int instances, List<S> statuses) {
    private static final String PATH = "/v1/status";

    InstanceStatuses {
        statuses = List.copyOf(statuses);
    }

    static <S extends Record> InstanceStatuses<S> poll(ServiceInstances service, Class<S> type) {
        return new InstanceStatuses<>(service.size(), service.getFromEach(PATH, type));
    }

    /** Whether no instance responded. */
    boolean isDown() {
        return statuses.isEmpty();
    }

    /** The number of instances that did not respond. */
    int missing() {
        return instances - statuses.size();
    }
}
