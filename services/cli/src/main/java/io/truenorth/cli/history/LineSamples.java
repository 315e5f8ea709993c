package io.truenorth.cli.history;

import io.truenorth.documents.history.FileViolation;
import io.truenorth.documents.history.HistoryEvent;
import io.truenorth.documents.history.HistoryFile;
import io.truenorth.documents.history.HistorySink;
import io.truenorth.documents.history.RejectedLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Samples of all sources that are read, which find files that repeat each other. A line that comes under two sources is two
 * events: mostly an export that was given another name.
 */
public final class LineSamples {
    /** From this share on a source repeats another. */
    public static final double MOST_LINES = 0.5;

    private static final int HEX_DIGITS = 32;
    private static final int SIXTEEN = 16;

    private final long salt;
    private final Map<String, LineSample> bySource = new LinkedHashMap<>();

    /** @param namespace of the customers: the same line of another namespace is about somebody else */
    public LineSamples(String namespace) {
        this.salt = mixed(namespace.hashCode());
    }

    /** A sink for who wants the samples alone. */
    public static HistorySink nowhere() {
        return new HistorySink() {
            @Override
            public void event(HistoryEvent event, String file, long line) {
                // It is sampled.
            }

            @Override
            public void rejected(RejectedLine line) {
                // Told when it is read in earnest.
            }

            @Override
            public void violation(FileViolation violation) {
                // Told when it is read in earnest.
            }
        };
    }

    /** The sample of each source, in the order in which they came. */
    public Map<String, LineSample> bySource() {
        return bySource;
    }

    /** Samples what a sink is shown of a file. */
    public HistorySink sampling(HistoryFile file, HistorySink sink) {
        return new Sampling(bySource.computeIfAbsent(file.source(), source -> new LineSample()), sink);
    }

    /** A sentence for each source that repeats most lines of one before it. */
    public List<String> repetitions() {
        List<String> sentences = new ArrayList<>();
        List<Map.Entry<String, LineSample>> all = List.copyOf(bySource.entrySet());
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                double share = repeated(all.get(i).getValue(), all.get(j).getValue());
                if (share > MOST_LINES) {
                    sentences.add(String.format(
                            Locale.ROOT,
                            "warning: %s of %s and %s are the same, and count twice as they come under two names; if they"
                                    + " are the same events, give both one name by --source",
                            percent(share),
                            all.get(j).getKey(),
                            all.get(i).getKey()));
                }
            }
        }
        return sentences;
    }

    /** The share of the smaller of two that the other has too. */
    private static double repeated(LineSample one, LineSample other) {
        LineSample smaller = one.lines() <= other.lines() ? one : other;
        LineSample larger = smaller == one ? other : one;
        return smaller.shareIn(larger).orElse(0);
    }

    /** A share of lines for people. */
    public static String percent(double share) {
        return share >= 1 ? "all lines" : String.format(Locale.ROOT, "%.0f %% of the lines", Math.floor(share * 100));
    }

    private long hash(HistoryEvent event) {
        String id = event.eventId();
        int beforeOccurrence = id.lastIndexOf(':');
        int content = beforeOccurrence - HEX_DIGITS;
        long line = Long.parseUnsignedLong(id, content, content + SIXTEEN, SIXTEEN);
        return mixed(mixed(line ^ salt) + Integer.parseInt(id.substring(beforeOccurrence + 1)));
    }

    /** Spreads the bits, as SplittableRandom does (Stafford's variant 13). */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private final class Sampling implements HistorySink {
        private final LineSample sample;
        private final HistorySink sink;

        Sampling(LineSample sample, HistorySink sink) {
            this.sample = sample;
            this.sink = sink;
        }

        @Override
        public void event(HistoryEvent event, String file, long line) {
            sample.add(hash(event));
            sink.event(event, file, line);
        }

        @Override
        public void rejected(RejectedLine line) {
            sink.rejected(line);
        }

        @Override
        public void violation(FileViolation violation) {
            sink.violation(violation);
        }

        @Override
        public void progress(long bytes, long lines) {
            sink.progress(bytes, lines);
        }
    }
}
