package io.truenorth.benchmarks.contender;

import io.truenorth.contract.Stage;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The sums of one scope over the latest score of each customer, or a difference of them. Mutable; not thread-safe. */
final class ScopeSums {
    final long[] stages = new long[Stage.values().length];
    final long[] contributions = new long[Dimension.values().length];
    final Map<Integer, Long> histogram = new TreeMap<>();
    long detractors;
    long wholePoints;
    long at;

    /** Adds other sums, or subtracts them if the sign is -1. */
    ScopeSums add(ScopeSums other, int sign) {
        addAll(stages, other.stages, sign);
        addAll(contributions, other.contributions, sign);
        other.histogram.forEach((points, count) -> histogram.merge(
                points, sign * count, (was, more) -> was + more == 0 ? null : Long.valueOf(was + more)));
        detractors += sign * other.detractors;
        wholePoints += sign * other.wholePoints;
        at = Math.max(at, other.at);
        return this;
    }

    private static void addAll(long[] sums, long[] others, int sign) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += sign * others[i];
        }
    }

    /** Returns whether adding them would change nothing. */
    boolean isZero() {
        return detractors == 0
                && wholePoints == 0
                && histogram.isEmpty()
                && Arrays.stream(stages).allMatch(count -> count == 0)
                && Arrays.stream(contributions).allMatch(sum -> sum == 0);
    }

    byte[] toBytes() {
        FieldWriter out = new FieldWriter();
        writeTo(out);
        return out.toBytes();
    }

    static ScopeSums fromBytes(byte[] bytes) {
        return readFrom(new FieldReader("sums of a scope", bytes));
    }

    void writeTo(FieldWriter out) {
        out.writeLong(at).writeLong(detractors).writeLong(wholePoints);
        Arrays.stream(stages).forEach(out::writeLong);
        Arrays.stream(contributions).forEach(out::writeLong);
        out.writeLong(histogram.size());
        histogram.forEach((points, count) -> out.writeLong(points).writeLong(count));
    }

    static ScopeSums readFrom(FieldReader in) {
        ScopeSums sums = new ScopeSums();
        sums.at = in.readLong();
        sums.detractors = in.readLong();
        sums.wholePoints = in.readLong();
        Arrays.setAll(sums.stages, i -> in.readLong());
        Arrays.setAll(sums.contributions, i -> in.readLong());
        for (int left = in.readCount(); left > 0; left--) {
            sums.histogram.put((int) in.readLong(), in.readLong());
        }
        return sums;
    }
}
