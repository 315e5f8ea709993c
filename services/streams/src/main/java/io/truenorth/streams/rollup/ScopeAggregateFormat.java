package io.truenorth.streams.rollup;

import io.truenorth.relationship.score.Stage;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The binary format of an aggregate, version 1: as a difference sent to the roll-up, and as a sum in the roll-up's store.
 *
 * <pre>
 * 1, at, { customers by stage } 6, detractors, whole points, { contributions } 6,
 * count, { whole points, customers }, count, { from, to, moves }, count, { channel, kind, gained, lost }
 * </pre>
 */
public final class ScopeAggregateFormat {
    private static final int VERSION = 1;

    private ScopeAggregateFormat() {}

    /** Writes the current version. */
    public static byte[] write(ScopeAggregate aggregate) {
        FieldWriter out = new FieldWriter().writeByte(VERSION).writeLong(aggregate.at);
        writeAll(out, aggregate.stages);
        out.writeLong(aggregate.detractors).writeLong(aggregate.wholePoints);
        writeAll(out, aggregate.contributions);
        writeHistogram(out, aggregate.histogram);
        out.writeLong(aggregate.stageMoves.size());
        new TreeMap<>(aggregate.stageMoves)
                .forEach((step, count) -> out.writeByte(step.from().ordinal())
                        .writeByte(step.to().ordinal())
                        .writeLong(count));
        out.writeLong(aggregate.pointsMoves.size());
        new TreeMap<>(aggregate.pointsMoves)
                .forEach((where, moved) -> out.writeText(where.channel())
                        .writeText(where.kind())
                        .writeLong(moved.gained())
                        .writeLong(moved.lost()));
        return out.toBytes();
    }

    /**
     * Reads any supported version.
     *
     * @throws io.truenorth.streams.bytes.StoredFormException if the bytes are not a valid aggregate
     */
    public static ScopeAggregate read(byte[] bytes) {
        FieldReader in = new FieldReader("aggregate of a scope", bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        ScopeAggregate aggregate = new ScopeAggregate(in.readLong());
        readAll(in, aggregate.stages);
        aggregate.detractors = in.readLong();
        aggregate.wholePoints = in.readLong();
        readAll(in, aggregate.contributions);
        readHistogram(in, aggregate.histogram);
        for (int left = in.readCount(); left > 0; left--) {
            aggregate.stageMoves.put(new StageStep(readStage(in), readStage(in)), in.readLong());
        }
        for (int left = in.readCount(); left > 0; left--) {
            aggregate.pointsMoves.put(
                    new ChannelAndKind(in.readText(), in.readText()), new PointsMoved(in.readLong(), in.readLong()));
        }
        in.expectEnd();
        return aggregate;
    }

    private static void writeHistogram(FieldWriter out, long[] histogram) {
        out.writeLong(LongStream.of(histogram).filter(count -> count != 0).count());
        for (int points = 0; points < histogram.length; points++) {
            if (histogram[points] != 0) {
                out.writeLong(points).writeLong(histogram[points]);
            }
        }
    }

    private static void readHistogram(FieldReader in, long[] histogram) {
        for (int left = in.readCount(); left > 0; left--) {
            long points = in.readLong();
            if (points < 0 || points >= histogram.length) {
                throw in.problem("expected whole points, was " + points);
            }
            histogram[(int) points] = in.readLong();
        }
    }

    private static Stage readStage(FieldReader in) {
        int ordinal = in.readByte();
        if (ordinal >= Stage.values().length) {
            throw in.problem("expected a stage, was " + ordinal);
        }
        return Stage.values()[ordinal];
    }

    private static void writeAll(FieldWriter out, long[] values) {
        for (long value : values) {
            out.writeLong(value);
        }
    }

    private static void readAll(FieldReader in, long[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
        }
    }
}
