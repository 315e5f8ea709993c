package io.truenorth.gateway.json;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one event; after the first few it only remembers that there was more. */
public final class Violations {

    private static final int MOST = 20;

    private final List<Violation> violations = new ArrayList<>();

    /** Notes something wrong at a JSON pointer. */
    public void add(String path, String message) {
        add(new Violation(path, message));
    }

    /** Notes something wrong. */
    public void add(Violation violation) {
        if (violations.size() < MOST) {
            violations.add(violation);
        }
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return violations.isEmpty();
    }

    /** What is wrong, in the order it was found. */
    public List<Violation> list() {
        return List.copyOf(violations);
    }
}
