package io.truenorth.streams.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.identity.joining.JoinRules;
import io.truenorth.query.StreamsStatus;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.http.HttpConfig;
import io.truenorth.service.http.HttpServer;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.streams.consent.ConsentDeclaration;
import io.truenorth.streams.customer.CustomerQueries;
import io.truenorth.streams.topology.Plans;
import io.truenorth.streams.topology.TopologyBench;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs the query API in this process, on the stores of a topology with one partition. */
abstract class QueryApiTestBase {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final StreamsStatus STATUS =
            new StreamsStatus("running", 1, List.of(), Optional.of(0L), Optional.empty());

    final HttpClient client = HttpClient.newHttpClient();
    private final ServiceMetrics metrics = ServiceMetrics.ofPart("test");
    TopologyBench bench;
    HttpServer server;
    HttpServer peer;
    volatile String epoch = "run-1/1";
    volatile boolean ready = true;

    @BeforeEach
    void start(@TempDir Path state) throws Exception {
        bench = new TopologyBench(Plans.standard(), state, NOON);
        peer = server(new Local());
        server = server(new Local());
    }

    HttpServer server(PartitionLocator locator) throws Exception {
        HttpServer started = new HttpServer(
                HttpConfig.onLoopback(0),
                metrics,
                new HealthChecks(List.of(), List.of()),
                List.of(
                        new CustomerApi(
                                locator,
                                ScoringModel.standard(),
                                JoinRules.standard().ranking(),
                                Clock.fixed(NOON, ZoneOffset.UTC)),
                        new StreamsStatusEndpoint(() -> STATUS)));
        started.start();
        return started;
    }

    @AfterEach
    void stop() {
        server.stop(Duration.ofSeconds(10));
        peer.stop(Duration.ofSeconds(10));
        metrics.close();
        bench.close();
    }

    /** All customers are in partition 0, which is local. */
    private final class Local implements PartitionLocator {
        @Override
        public PartitionLocation ofCustomer(String customer) {
            return ofPartition(0);
        }

        @Override
        public PartitionLocation ofPartition(int partition) {
            if (!ready) {
                throw NotReady.because("partitions are being assigned");
            }
            return new PartitionLocation.Local(
                    new CustomerQueries(
                            bench.customers().entries(),
                            new RelationshipScoring(ScoringModel.standard()),
                            30_000,
                            ConsentDeclaration.standard()),
                    epoch);
        }

        @Override
        public int partitions() {
            return 1;
        }
    }

    /** All customers are in another process. */
    record AtPeer(URI address) implements PartitionLocator {
        @Override
        public PartitionLocation ofCustomer(String customer) {
            return new PartitionLocation.Remote(address);
        }

        @Override
        public PartitionLocation ofPartition(int partition) {
            return new PartitionLocation.Remote(address);
        }

        @Override
        public int partitions() {
            return 1;
        }
    }

    HttpResponse<String> get(String path) throws Exception {
        return get(server, path);
    }

    HttpResponse<String> get(HttpServer from, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(from.uri().resolve(path)).build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
