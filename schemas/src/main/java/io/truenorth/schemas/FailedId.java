package io.truenorth.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;

/**
 * The position of a record on {@code touchpoints-failed}, used as its id: {@code 3-17}.
 *
 * @param partition the partition
 * @param offset the offset
 */
public record FailedId(int partition, long offset) implements Comparable<FailedId> {

    /** The header of a replayed touchpoint: the id of the failed record it replays. */
    public static final String REPLAYED_HEADER = "truenorth.replayed";

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    /** Parses {@code partition-offset}; empty if the text has another form. */
    public static Optional<FailedId> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new FailedId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** Marks a touchpoint as a replay of this record, replacing any previous mark. */
    public void mark(Headers headers) {
        headers.remove(REPLAYED_HEADER);
        headers.add(REPLAYED_HEADER, toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(FailedId other) {
        return partition == other.partition
                ? Long.compare(offset, other.offset)
                : Integer.compare(partition, other.partition);
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
