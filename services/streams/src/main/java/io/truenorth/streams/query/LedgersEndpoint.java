package io.truenorth.streams.query;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.contract.LedgerPart;
import io.truenorth.schemas.serde.LedgerPage;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import io.truenorth.service.http.QueryParameters;
import io.truenorth.streams.customer.CustomerQueries;
import io.truenorth.streams.customer.CustomerQueries.LedgersOfPartition;
import io.truenorth.streams.customer.JoinCounters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/ledgers?partition=&after=&limit=}: what is stored of the customers of one partition, ordered by id, as an
 * Avro file with its metadata ({@link LedgerPage}). A page begins after the last customer of the page before; a partition
 * ends with a page without customers. The first page of the first partition begins with the erased identities of all.
 *
 * <p>Each customer is complete, as of the moment of the page, and has at least what was committed before. So the pages of an
 * export may be of different moments, and the partition may move between them: the export has everything up to the offsets
 * that were committed before its first page, and what it has beyond them is counted once when it is read again. Only what
 * moves from one customer to another meanwhile may be missing: the number of joins in the metadata tells.
 */
final class LedgersEndpoint implements Endpoints {
    static final String PATH = "/v1/ledgers";

    /** All partitions know the same erased identities: an export has them once, before all customers. */
    private static final int OF_ERASURES = 0;

    private static final int DEFAULT_LIMIT = 1_000;
    private static final int MAX_LIMIT = 10_000;

    private final PartitionLocator locator;
    private final InstanceClient instances;

    LedgersEndpoint(PartitionLocator locator, InstanceClient instances) {
        this.locator = locator;
        this.instances = instances;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::answer, QueryParameters.once("partition", "after", "limit"));
    }

    private void answer(Context ctx) {
        int partition = number("partition", ctx.queryParam("partition"), 0, locator.partitions() - 1);
        int limit = number(
                "limit",
                Optional.ofNullable(ctx.queryParam("limit")).orElse(Integer.toString(DEFAULT_LIMIT)),
                1,
                MAX_LIMIT);
        String after = Optional.ofNullable(ctx.queryParam("after")).orElse("");
        PartitionLocation location = locator.ofPartition(partition);
        if (location instanceof PartitionLocation.Remote remote) {
            instances.forward(ctx, remote.address());
            return;
        }
        CustomerQueries queries = ((PartitionLocation.Local) location).queries();
        List<LedgerPart> parts = new ArrayList<>();
        if (partition == OF_ERASURES && after.isEmpty()) {
            parts.addAll(queries.erasures());
        }
        LedgersOfPartition read = queries.ledgers(after, limit);
        parts.addAll(read.parts());
        JoinCounters joins = queries.joins();
        LedgerPage page = new LedgerPage(
                locator.partitions(),
                read.customers(),
                read.last(),
                joins.joined() + joins.split(),
                joins.sent() - joins.handled());
        ctx.contentType("avro/binary").result(page.toBytes(parts));
    }

    private static int number(String parameter, @Nullable String text, int least, int most) {
        if (text != null && text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new ProblemException(Problem.of(
                400,
                "invalid-" + parameter,
                "Invalid " + parameter,
                parameter + ": expected a number from " + least + " to " + most + ", was " + text));
    }
}
