package io.truenorth.gateway.touchpoints;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.json.Violation;
import io.truenorth.schemas.FailureReason;
import io.truenorth.service.http.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of the events of one request: each is accepted with its id, or rejected with what is wrong. */
final class Batch {

    private final List<Touchpoint> accepted = new ArrayList<>();
    private final List<@Nullable String> eventIds = new ArrayList<>();
    private final List<Map<String, Object>> errors = new ArrayList<>();

    void accept(Touchpoint touchpoint) {
        accepted.add(touchpoint);
        eventIds.add(touchpoint.getEventId());
    }

    /** Rejects the next event. */
    void reject(List<Violation> violations) {
        for (Violation violation : violations) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("index", size());
            error.put("path", violation.path());
            error.put("message", violation.message());
            if (violation.reason() != FailureReason.INVALID_EVENT) {
                error.put("reason", violation.reason().name());
            }
            errors.add(error);
        }
        eventIds.add(null);
    }

    /** The events of the request, good and bad. */
    int size() {
        return eventIds.size();
    }

    List<Touchpoint> accepted() {
        return accepted;
    }

    int rejected() {
        return size() - accepted.size();
    }

    /** The members of an answer: counts, ids in the order of the request (null where rejected), errors. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("accepted", accepted.size());
        members.put("rejected", rejected());
        members.put("eventIds", eventIds);
        members.put("errors", errors);
        return members;
    }

    /** The answer where nothing was accepted. */
    RejectedRequest rejection() {
        String detail =
                size() == 1 ? "the event breaks the contract" : "each of the " + size() + " events breaks the contract";
        return RejectedRequest.invalid(Problem.of(400, "invalid-touchpoints", "No event was accepted", detail)
                .with("accepted", 0)
                .with("rejected", rejected())
                .with("errors", errors));
    }
}
