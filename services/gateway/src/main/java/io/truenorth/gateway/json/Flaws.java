package io.truenorth.gateway.json;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one event; after the first few it only remembers that there was more. */
public final class Flaws {

    private static final int MOST = 20;

    private final List<Flaw> flaws = new ArrayList<>();

    /** Notes something wrong at a JSON pointer. */
    public void add(String path, String message) {
        add(new Flaw(path, message));
    }

    /** Notes something wrong. */
    public void add(Flaw flaw) {
        if (flaws.size() < MOST) {
            flaws.add(flaw);
        }
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return flaws.isEmpty();
    }

    /** What is wrong, in the order it was found. */
    public List<Flaw> list() {
        return List.copyOf(flaws);
    }
}
