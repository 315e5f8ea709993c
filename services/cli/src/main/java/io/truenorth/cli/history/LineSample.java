package io.truenorth.cli.history;

import java.util.Collection;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A sample of the lines of a source, to estimate how many lines two sources have in common. Lines are sampled by their hash, so
 * the samples of two sources contain the same common lines. The sampling rate is halved whenever the sample is full (Wegman's
 * adaptive sampling).
 */
public final class LineSample {
    private static final int MOST = 32_768;

    /** The minimum size of a sample, unless it contains all lines. */
    private static final int LEAST_SAMPLED = 20;

    private final Set<Long> hashes = new HashSet<>();
    private int level;
    private long lines;

    /** An empty sample. */
    public LineSample() {}

    /**
     * Restores a stored sample.
     *
     * @param level the sampling rate: one in 2^level lines
     * @param lines the number of lines of the source
     */
    public LineSample(int level, long lines, Collection<Long> hashes) {
        this.level = level;
        this.lines = lines;
        this.hashes.addAll(hashes);
    }

    /**
     * Adds a line, if it is in the sample.
     *
     * @param hash the hash of the line, with uniformly distributed bits
     */
    public void add(long hash) {
        lines++;
        keep(hash);
    }

    /** Adds the lines of another sample; sampled lines in both are counted once. */
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

    /** The share of these lines that are also in the other source, 0 to 1; empty if the samples are too small. */
    public OptionalDouble shareIn(LineSample other) {
        return shareIn(other, new LineSample());
    }

    /** The share of common lines, ignoring lines of the other source that are also in a third sample. */
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

    /** The sampling rate: one in 2^level lines. */
    public int level() {
        return level;
    }

    /** The number of lines of the source. */
    public long lines() {
        return lines;
    }

    /** The hashes of the sampled lines. */
    public Set<Long> hashes() {
        return Set.copyOf(hashes);
    }
}
