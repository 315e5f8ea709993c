package io.truenorth.cli.history;

import io.truenorth.documents.history.FileNote;
import io.truenorth.documents.history.FileViolation;
import io.truenorth.documents.history.HistoryEvent;
import io.truenorth.documents.history.HistoryFile;
import io.truenorth.documents.history.HistorySink;
import io.truenorth.documents.history.RejectedLine;
import io.truenorth.relationship.ledger.EventKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Samples of all sources, to detect files with the same lines. A line in two sources is two events, although in most cases it is
 * the same export under another name.
 */
public final class LineSamples {
    /** The minimum share of common lines for a warning. */
    public static final double MOST_LINES = 0.5;

    private static final int HEX_DIGITS = 32;
    private static final int SIXTEEN = 16;

    private static final int MOST_DIGITS = 9;

    private final long salt;
    private final Map<String, LineSample> bySource = new LinkedHashMap<>();

    /** @param namespace the namespace of the customers, as equal lines of different namespaces are different customers */
    public LineSamples(String namespace) {
        this.salt = mixed(namespace.hashCode());
    }

    /** A sink that only takes samples. */
    public static HistorySink nowhere() {
        return new HistorySink() {
            @Override
            public void event(HistoryEvent event, String file, long line) {
                // Only sampled.
            }

            @Override
            public void rejected(RejectedLine line) {
                // Reported when the file is processed.
            }

            @Override
            public void violation(FileViolation violation) {
                // Reported when the file is processed.
            }

            @Override
            public void note(FileNote note) {
                // Reported when the file is processed.
            }
        };
    }

    /** The sample of each source, in the order of reading. */
    public Map<String, LineSample> bySource() {
        return bySource;
    }

    /** Wraps the sink of a file to take samples. */
    public HistorySink sampling(HistoryFile file, HistorySink sink) {
        return new Sampling(file.source(), bySource.computeIfAbsent(file.source(), source -> new LineSample()), sink);
    }

    /** The number of events of all sources. */
    public long events() {
        return bySource.values().stream().mapToLong(LineSample::lines).sum();
    }

    /** A warning for each source that shares most lines with an earlier one. */
    public List<String> repetitions() {
        List<String> sentences = new ArrayList<>();
        List<Map.Entry<String, LineSample>> all = List.copyOf(bySource.entrySet());
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                double share = repeated(all.get(i).getValue(), all.get(j).getValue());
                if (share > MOST_LINES) {
                    sentences.add(String.format(
                            Locale.ROOT,
                            "warning: %s of %s and %s are the same and count twice, as the files have different names; if they"
                                    + " are the same events, use the same --source for both",
                            percent(share),
                            all.get(j).getKey(),
                            all.get(i).getKey()));
                }
            }
        }
        return sentences;
    }

    /** The share of the smaller source that is also in the other. */
    private static double repeated(LineSample one, LineSample other) {
        LineSample smaller = one.lines() <= other.lines() ? one : other;
        LineSample larger = smaller == one ? other : one;
        return smaller.shareIn(larger).orElse(0);
    }

    /** Formats a share of lines. */
    public static String percent(double share) {
        return share >= 1 ? "all lines" : String.format(Locale.ROOT, "%.0f %% of the lines", Math.floor(share * 100));
    }

    private long hash(HistoryEvent event, String source) {
        String id = event.eventId();
        int occurrence = id.lastIndexOf(':') + 1;
        int content = occurrence - 1 - HEX_DIGITS;
        if (!isDerived(id, content, occurrence)) {
            return mixed(EventKey.of(content(event, id.substring(source.length()))) ^ salt);
        }
        long line = Long.parseUnsignedLong(id, content, content + SIXTEEN, SIXTEEN);
        return mixed(mixed(line ^ salt) + Integer.parseInt(id, occurrence, id.length(), 10));
    }

    /** Whether an id ends as one that is derived from its line: a colon, 32 hexadecimal digits, a colon, and a number. */
    private static boolean isDerived(String id, int content, int occurrence) {
        int digits = id.length() - occurrence;
        return content > 0
                && id.charAt(content - 1) == ':'
                && digits > 0
                && digits <= MOST_DIGITS
                && isOf("0123456789abcdef", id, content, occurrence - 1)
                && isOf("0123456789", id, occurrence, id.length());
    }

    private static boolean isOf(String characters, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** What a line with an id of its own says; the same ids may stand for other events in another source. */
    private static String content(HistoryEvent event, String ownId) {
        return String.join(
                "\u001f",
                ownId,
                event.customerOrReference(),
                Long.toString(event.occurredAt()),
                event.channel(),
                event.kind(),
                event.direction().name(),
                event.subject(),
                event.valueMinor().toString(),
                Integer.toString(event.revision()));
    }

    /** Spreads the bits, as SplittableRandom does (Stafford's variant 13). */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private final class Sampling implements HistorySink {
        private final String source;
        private final LineSample sample;
        private final HistorySink sink;

        Sampling(String source, LineSample sample, HistorySink sink) {
            this.source = source;
            this.sample = sample;
            this.sink = sink;
        }

        @Override
        public void event(HistoryEvent event, String file, long line) {
            sample.add(hash(event, source));
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
        public void note(FileNote note) {
            sink.note(note);
        }

        @Override
        public void progress(long bytes, long lines) {
            sink.progress(bytes, lines);
        }
    }
}
