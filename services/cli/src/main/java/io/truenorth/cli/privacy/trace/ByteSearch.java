package io.truenorth.cli.privacy.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds many patterns in one pass over bytes, whatever their number (Aho and Corasick, 1975). Immutable.
 */
final class ByteSearch {
    private static final int BYTES = 256;

    /** The next state by state and byte. */
    private final List<int[]> next = new ArrayList<>();
    /** The patterns that end in a state. */
    private final List<int[]> ends = new ArrayList<>();

    private final int[] lengths;

    /** Receives what is found. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Takes an occurrence.
         *
         * @param pattern its index
         * @param start where it begins
         * @param end where it ends, exclusive
         */
        void visit(int pattern, int start, int end);
    }

    /** Prepares a search for patterns, none of which is empty. */
    ByteSearch(List<byte[]> patterns) {
        lengths = patterns.stream().mapToInt(pattern -> pattern.length).toArray();
        addState();
        for (int i = 0; i < patterns.size(); i++) {
            int state = 0;
            for (byte each : patterns.get(i)) {
                int to = next.get(state)[each & 0xFF];
                if (to == 0) {
                    to = addState();
                    next.get(state)[each & 0xFF] = to;
                }
                state = to;
            }
            addEnd(state, i);
        }
        complete();
    }

    private int addState() {
        next.add(new int[BYTES]);
        ends.add(new int[0]);
        return next.size() - 1;
    }

    private void addEnd(int state, int pattern) {
        int[] before = ends.get(state);
        int[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = pattern;
        ends.set(state, after);
    }

    /** Continues each state where nothing of a pattern follows with the longest suffix that begins one. */
    private void complete() {
        int[] suffix = new int[next.size()];
        Deque<Integer> states = new ArrayDeque<>();
        for (int to : next.get(0)) {
            if (to != 0) {
                states.add(to);
            }
        }
        while (!states.isEmpty()) {
            int state = states.remove();
            for (int pattern : ends.get(suffix[state])) {
                addEnd(state, pattern);
            }
            for (int each = 0; each < BYTES; each++) {
                int to = next.get(state)[each];
                int otherwise = next.get(suffix[state])[each];
                if (to == 0) {
                    next.get(state)[each] = otherwise;
                } else {
                    suffix[to] = otherwise;
                    states.add(to);
                }
            }
        }
    }

    /** Passes every occurrence in the first bytes of an array to a visitor, by their ends. */
    void find(byte[] bytes, int length, Visitor visitor) {
        int state = 0;
        for (int i = 0; i < length; i++) {
            state = next.get(state)[bytes[i] & 0xFF];
            for (int pattern : ends.get(state)) {
                visitor.visit(pattern, i + 1 - lengths[pattern], i + 1);
            }
        }
    }
}
