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

/**
 * What became of the events of one request.
 *
 * @param items in the order of the request
 */
record Batch(List<Item> items) {

    /** What became of one event. */
    sealed interface Item {
        /** An event that satisfies the contract. */
        record Accepted(Touchpoint touchpoint) implements Item {}

        /** An event that does not, with everything that is wrong with it. */
        record Rejected(List<Violation> violations) implements Item {}
    }

    /** Keeps an immutable copy. */
    Batch {
        items = List.copyOf(items);
    }

    List<Touchpoint> accepted() {
        return items.stream()
                .filter(Item.Accepted.class::isInstance)
                .map(item -> ((Item.Accepted) item).touchpoint())
                .toList();
    }

    int rejected() {
        return items.size() - accepted().size();
    }

    /** The members of an answer: counts, ids in the order of the request (null where rejected), errors. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("accepted", accepted().size());
        members.put("rejected", rejected());
        members.put("eventIds", eventIds());
        members.put("errors", errors());
        return members;
    }

    /** The answer where nothing was accepted. */
    RejectedRequest rejection() {
        String detail = items.size() == 1
                ? "the event violates the contract"
                : "each of the " + items.size() + " events violates the contract";
        return RejectedRequest.invalidEvents(Problem.of(400, "invalid-touchpoints", "No event was accepted", detail)
                .with("accepted", 0)
                .with("rejected", rejected())
                .with("errors", errors()));
    }

    private List<@Nullable String> eventIds() {
        List<@Nullable String> ids = new ArrayList<>();
        for (Item item : items) {
            ids.add(
                    item instanceof Item.Accepted accepted
                            ? accepted.touchpoint().getEventId()
                            : null);
        }
        return ids;
    }

    private List<Map<String, Object>> errors() {
        List<Map<String, Object>> errors = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Item.Rejected rejected) {
                for (Violation violation : rejected.violations()) {
                    errors.add(error(i, violation));
                }
            }
        }
        return errors;
    }

    private static Map<String, Object> error(int index, Violation violation) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("index", index);
        error.put("path", violation.path());
        error.put("message", violation.message());
        if (violation.reason() != FailureReason.INVALID_EVENT) {
            error.put("reason", violation.reason().name());
        }
        return error;
    }
}
