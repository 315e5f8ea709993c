package io.truenorth.gateway.json;

import io.truenorth.schemas.FailureReason;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one event, up to a limit. */
public final class Violations {

    /**
     * Something that is wrong with an event.
     *
     * @param path a JSON pointer from the event's root, such as {@code /identities/0/value}; empty for the whole event
     * @param message what was expected and what was found
     * @param reason the reason it is stored with on {@code touchpoints-failed}
     */
    public record Violation(String path, String message, FailureReason reason) {

        /** A violation of the contract, as most are. */
        public Violation(String path, String message) {
            this(path, message, FailureReason.INVALID_EVENT);
        }

        /** The event's field that it is in; empty for the whole event. */
        public String field() {
            return path.isEmpty() ? "" : path.split("/", 3)[1];
        }
    }

    private static final int LIMIT = 20;

    private final List<Violation> violations = new ArrayList<>();

    /** Adds a violation at a JSON pointer. */
    public void add(String path, String message) {
        add(new Violation(path, message));
    }

    /** Adds a violation. */
    public void add(Violation violation) {
        if (violations.size() < LIMIT) {
            violations.add(violation);
        }
    }

    /** Whether there is a violation at a JSON pointer. */
    public boolean contains(String path) {
        return violations.stream().anyMatch(violation -> violation.path().equals(path));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return violations.isEmpty();
    }

    /** The violations in the order in which they were added. */
    public List<Violation> list() {
        return List.copyOf(violations);
    }
}
