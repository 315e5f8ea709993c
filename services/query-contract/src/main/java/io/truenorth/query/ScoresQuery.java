package io.truenorth.query;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which page of {@code /v1/scores} is asked for.
 *
 * @param limit the most customers on a page
 * @param asOf the moment of the scores; now if empty
 * @param since a moment to compare them with
 * @param prefix of the customers' ids; may be empty
 * @param partition the one partition to read; all of them if empty
 * @param cursor where a page before ended; the first page if empty. It stands for everything else but the limit
 */
public record ScoresQuery(
        int limit,
        Optional<Instant> asOf,
        Optional<Instant> since,
        String prefix,
        OptionalInt partition,
        Optional<String> cursor) {

    /** The first page of the scores of all customers, now. */
    public static ScoresQuery ofAll(int limit) {
        return new ScoresQuery(limit, Optional.empty(), Optional.empty(), "", OptionalInt.empty(), Optional.empty());
    }

    /** The same as of a moment. */
    public ScoresQuery asOf(Instant moment) {
        return new ScoresQuery(limit, Optional.of(moment), since, prefix, partition, cursor);
    }

    /** The same compared with an earlier moment. */
    public ScoresQuery since(Instant moment) {
        return new ScoresQuery(limit, asOf, Optional.of(moment), prefix, partition, cursor);
    }

    /** The same of customers whose id begins so. */
    public ScoresQuery withPrefix(String text) {
        return new ScoresQuery(limit, asOf, since, text, partition, cursor);
    }

    /** The same of one partition. */
    public ScoresQuery ofPartition(int number) {
        return new ScoresQuery(limit, asOf, since, prefix, OptionalInt.of(number), cursor);
    }

    /** The query of the page after a page; empty after the last one. */
    public Optional<ScoresQuery> after(ScoresPage page) {
        return page.next().map(next -> new ScoresQuery(limit, asOf, since, prefix, partition, Optional.of(next)));
    }

    String path() {
        StringBuilder path = new StringBuilder("/v1/scores?limit=").append(limit);
        if (cursor.isPresent()) {
            return path.append("&cursor=").append(cursor.get()).toString();
        }
        asOf.ifPresent(moment -> path.append("&asOf=").append(ServiceInstances.escaped(moment.toString())));
        since.ifPresent(moment -> path.append("&since=").append(ServiceInstances.escaped(moment.toString())));
        if (!prefix.isEmpty()) {
            path.append("&prefix=").append(ServiceInstances.escaped(prefix));
        }
        partition.ifPresent(number -> path.append("&partition=").append(number));
        return path.toString();
    }
}
