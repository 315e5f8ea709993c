package io.truenorth.cli.history;

import java.util.Collection;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A sample of the lines of a source, by which two sources can be told to have most lines in common. What is in the sample is
 * decided by a line's own hash, so that the samples of two sources hold the same lines of those that both have; of a source
 * with many lines every second one is taken, then every fourth, and so on (Wegman's adaptive sampling).
 */
public final class LineSample {
    private static final int MOST = 32_768;

    /** Less of a sample says nothing; where all lines are in it, any number will do. */
    private static final int LEAST_SAMPLED = 20;

    private final Set<Long> hashes = new HashSet<>();
    private int level;
    private long lines;

    /** A sample without a line. */
    public LineSample() {}

    /**
     * A sample that was kept.
     *
     * @param level one of 2 to the power of it lines was taken
     * @param lines how many lines it was taken of
     */
    public LineSample(int level, long lines, Collection<Long> hashes) {
        this.level = level;
        this.lines = lines;
        this.hashes.addAll(hashes);
    }

    /**
     * Takes a line, or not.
     *
     * @param hash of the line, its bits evenly spread
     */
    public void add(long hash) {
        lines++;
        keep(hash);
    }

    /** Takes the lines of another sample too; those of both are counted once where they are sampled. */
    public void addAll(LineSample other) {
        lines = Math.max(lines, other.lines);
        raiseTo(other.level);
        other.hashes.forEach(this::keep);
    }

    private void keep(long hash) {
        if (isOf(hash, level)) {
            hashes.add(hash);
            while (hashes.size() > MOST) {
                raiseTo(level + 1);
            }
        }
    }

    private void raiseTo(int higher) {
        if (higher > level) {
            level = higher;
            hashes.removeIf(hash -> !isOf(hash, level));
        }
    }

    private static boolean isOf(long hash, int level) {
        return Long.numberOfTrailingZeros(hash) >= level;
    }

    /** Which share of these lines the other source has too, 0 to 1; nothing if the samples are too small to tell. */
    public OptionalDouble shareIn(LineSample other) {
        return shareIn(other, new LineSample());
    }

    /** The same, but that lines which are in a third sample are not taken for the other's. */
    public OptionalDouble shareIn(LineSample other, LineSample except) {
        int common = Math.max(Math.max(level, other.level), except.level);
        long sampled = hashes.stream().filter(hash -> isOf(hash, common)).count();
        if (sampled == 0 || (common > 0 && sampled < LEAST_SAMPLED)) {
            return OptionalDouble.empty();
        }
        long there = hashes.stream()
                .filter(hash -> isOf(hash, common) && other.hashes.contains(hash) && !except.hashes.contains(hash))
                .count();
        return OptionalDouble.of((double) there / sampled);
    }

    /** One of 2 to the power of this lines is taken. */
    public int level() {
        return level;
    }

    /** How many lines it was taken of. */
    public long lines() {
        return lines;
    }

    /** The lines that were taken. */
    public Set<Long> hashes() {
        return Set.copyOf(hashes);
    }
}
