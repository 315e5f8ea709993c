package io.truenorth.gateway.touchpoints;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.json.Violations.Violation;
import io.truenorth.schemas.FailureReason;
import io.truenorth.service.http.Problem;
import java.util.ArrayList;
import java.util.List;
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

    /** The response, with ids in the order of the request, null where rejected. */
    Response response() {
        return new Response(accepted().size(), rejected(), eventIds(), errors());
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

    private List<EventError> errors() {
        List<EventError> errors = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Item.Rejected rejected) {
                for (Violation violation : rejected.violations()) {
                    errors.add(EventError.of(i, violation));
                }
            }
        }
        return errors;
    }

    /**
     * The body of a 202.
     *
     * @param accepted number of stored events
     * @param rejected number of events that violate the contract
     * @param eventIds in the order of the request; null where the event was rejected
     * @param errors what is wrong with the rejected events
     */
    record Response(int accepted, int rejected, List<@Nullable String> eventIds, List<EventError> errors) {}

    /**
     * One violation of the contract.
     *
     * @param index index of the event in the request
     * @param path JSON pointer into the event
     * @param message what was expected and what was found
     * @param reason the failure reason where it has one of its own; left out otherwise
     */
    record EventError(
            int index,
            String path,
            String message,
            @JsonInclude(Include.NON_NULL) @Nullable String reason) {

        static EventError of(int index, Violation violation) {
            FailureReason reason = violation.reason();
            return new EventError(
                    index,
                    violation.path(),
                    violation.message(),
                    reason == FailureReason.INVALID_EVENT ? null : reason.name());
        }
    }
}
