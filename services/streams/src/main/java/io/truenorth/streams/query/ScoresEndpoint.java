package io.truenorth.streams.query;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.query.ApiJson;
import io.truenorth.query.ScoresPage;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Json;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import io.truenorth.service.http.QueryParameters;
import io.truenorth.streams.customer.CustomerQueries.ScorePage;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/scores?asOf=&since=&prefix=&limit=} and then {@code ?cursor=&limit=}: where all customers stand at one moment,
 * page by page and partition by partition. A page has {@code scores}, in the form of {@code truenorth score} and in the
 * order of ids within a partition, and {@code next}, the cursor of the page after it, unless it is the last one. With {@code
 * partition=} it is that partition alone: a client that reads all of the {@code partitions} side by side can merge them in the
 * order of ids. With {@code since=} each object also has where the customer stood then, and what moved since. If a partition
 * moved since its page before the answer is 409: begin anew.
 */
final class ScoresEndpoint implements Endpoints {
    static final String PATH = "/v1/scores";

    private static final int DEFAULT_LIMIT = 1_000;
    private static final int MAX_LIMIT = 10_000;

    private final PartitionLocator locator;
    private final InstanceClient instances;
    private final Clock clock;

    ScoresEndpoint(PartitionLocator locator, InstanceClient instances, Clock clock) {
        this.locator = locator;
        this.instances = instances;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::answer, QueryParameters.once("asOf", "since", "prefix", "partition", "limit", "cursor"));
    }

    private void answer(Context ctx) {
        ExportCursor cursor = cursor(ctx);
        int limit = limit(ctx.queryParam("limit"));
        PartitionLocation location = locator.ofPartition(cursor.partition());
        if (location instanceof PartitionLocation.Remote remote) {
            instances.forward(ctx, remote.address());
        } else {
            Json.answer(ctx, ApiJson.write(page(cursor, limit, (PartitionLocation.Local) location)));
        }
    }

    private ExportCursor cursor(Context ctx) {
        String text = ctx.queryParam("cursor");
        if (text != null) {
            ExportCursor cursor = ExportCursor.fromText(text);
            requirePartition("cursor", Integer.toString(cursor.partition()));
            return cursor;
        }
        long asOf = Moment.read(ctx.queryParam("asOf"), clock.millis());
        OptionalLong since = since(ctx.queryParam("since"), asOf);
        String prefix = Optional.ofNullable(ctx.queryParam("prefix")).orElse("");
        String partition = ctx.queryParam("partition");
        return partition == null
                ? ExportCursor.ofAll(asOf, since, prefix)
                : ExportCursor.ofPartition(asOf, since, prefix, requirePartition("partition", partition));
    }

    private static OptionalLong since(@Nullable String text, long asOf) {
        return text == null ? OptionalLong.empty() : OptionalLong.of(Moment.readBefore("since", text, asOf));
    }

    private int requirePartition(String parameter, String text) {
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) < locator.partitions()) {
            return Integer.parseInt(text);
        }
        throw new ProblemException(Problem.of(
                400,
                "invalid-" + parameter,
                "Invalid " + parameter,
                parameter + ": expected a partition from 0 to " + (locator.partitions() - 1) + ", was " + text));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= MAX_LIMIT) {
            return Integer.parseInt(text);
        }
        throw new ProblemException(Problem.of(
                400, "invalid-limit", "Invalid limit", "limit: expected 1 to " + MAX_LIMIT + ", was " + text));
    }

    private ScoresPage page(ExportCursor cursor, int limit, PartitionLocation.Local location) {
        if (!cursor.epoch().isEmpty() && !cursor.epoch().equals(location.epoch())) {
            throw new ProblemException(Problem.of(
                    409,
                    "partition-moved",
                    "Partition moved",
                    "partition " + cursor.partition() + " moved while it was exported: begin the export anew"));
        }
        ScorePage page = location.queries().page(cursor.prefix(), cursor.after(), limit, cursor.asOf(), cursor.since());
        return new ScoresPage(
                Instant.ofEpochMilli(cursor.asOf()),
                cursor.since().stream().mapToObj(Instant::ofEpochMilli).findFirst(),
                cursor.partition(),
                locator.partitions(),
                page.scores().stream().map(CustomerScoreMapping::score).toList(),
                next(cursor, page, location).map(ExportCursor::toText));
    }

    private Optional<ExportCursor> next(ExportCursor cursor, ScorePage page, PartitionLocation.Local location) {
        if (page.last().isPresent()) {
            return page.last().map(last -> cursor.advancedTo(last, location.epoch()));
        }
        return cursor.onlyPartition() || cursor.partition() + 1 == locator.partitions()
                ? Optional.empty()
                : Optional.of(cursor.nextPartition());
    }
}
