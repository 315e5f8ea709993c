package io.truenorth.endtoend;

import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.RecordsUpToNow;
import io.truenorth.schemas.FailedTouchpoint;
import java.util.ArrayList;
import java.util.List;

/** What stands on the topic of failed touchpoints. */
final class FailedTopic {
    private FailedTopic() {}

    /** The reason of every record, from the beginning to now. */
    static List<String> reasons(Deployment deployment, String topic) {
        List<String> reasons = new ArrayList<>();
        RecordsUpToNow.ofTopic(
                deployment,
                topic,
                record -> reasons.add(FailedTouchpoint.read(record.headers()).reason()));
        return reasons;
    }
}
