package io.truenorth.streams.query;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.LedgerPart;
import io.truenorth.schemas.serde.LedgerFileReader;
import io.truenorth.schemas.serde.LedgerPage;
import io.truenorth.service.http.HttpServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The export of what is stored of all customers, page by page. */
class LedgersExportTest extends QueryApiTestBase {
    @Test
    void anExportHasEveryCustomerAsStored() throws Exception {
        for (int customer = 0; customer < 25; customer++) {
            bench.send(aTouchpoint("purchase")
                    .by("c-" + customer)
                    .at("2026-02-10T10:00:00Z")
                    .with("region", "north"));
        }

        assertThat(export(server)).hasSize(25).isEqualTo(bench.exported());
    }

    @Test
    void aCustomerOfManyEventsHasBlocksAndATail() throws Exception {
        for (int event = 0; event < 130; event++) {
            bench.send(aTouchpoint("visit")
                    .withId("e-" + event)
                    .by("c-1")
                    .at(NOON.minus(Duration.ofHours(12L * event)).toString()));
        }

        assertThat(export(server)).singleElement().satisfies(part -> {
            assertThat(part.getLedgers()).hasSizeGreaterThan(2);
            assertThat(part.getPublished()).isNotNull();
        });
    }

    @Test
    void aPartitionElsewhereIsExportedFromThere() throws Exception {
        bench.send(aTouchpoint("purchase").by("c-1").at("2026-02-10T10:00:00Z"));
        HttpServer router = server(new AtPeer(peer.uri()));

        try {
            assertThat(export(router)).isEqualTo(bench.exported());
        } finally {
            router.stop(Duration.ofSeconds(10));
        }
    }

    @Test
    void anInvalidPageIsRefused() throws Exception {
        assertThat(get("/v1/ledgers").statusCode()).isEqualTo(400);
        assertThat(get("/v1/ledgers?partition=1").statusCode()).isEqualTo(400);
        assertThat(get("/v1/ledgers?partition=0&limit=0").statusCode()).isEqualTo(400);
        assertThat(get("/v1/ledgers?partition=x").body()).contains("expected a number from 0 to 0, was x");
    }

    private List<LedgerPart> export(HttpServer from) throws Exception {
        List<LedgerPart> parts = new ArrayList<>();
        LedgerPage page = new LedgerPage(1, 1, "", 0, 0);
        while (page.customers() > 0) {
            byte[] bytes = client.send(
                            HttpRequest.newBuilder(
                                            from.uri().resolve("/v1/ledgers?partition=0&limit=10&after=" + page.last()))
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
            page = LedgerPage.of(bytes);
            try (LedgerFileReader file = new LedgerFileReader(new ByteArrayInputStream(bytes))) {
                for (Optional<LedgerPart> part = file.next(); part.isPresent(); part = file.next()) {
                    parts.add(part.get());
                }
            }
        }
        return parts;
    }
}
