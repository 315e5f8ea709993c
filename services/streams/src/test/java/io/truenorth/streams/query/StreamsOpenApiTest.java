package io.truenorth.streams.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.query.CustomerHistoryReport;
import io.truenorth.query.CustomerReport;
import io.truenorth.query.IdentitiesReport;
import io.truenorth.query.ModelReport;
import io.truenorth.query.OpenApiRecords;
import io.truenorth.query.ScoreChangeReport;
import io.truenorth.query.ScoresPage;
import io.truenorth.query.StreamsStatus;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StreamsOpenApiTest {
    private static final Map<String, Class<? extends Record>> ANSWERS = Map.of(
            "/v1/customers/{id}", CustomerReport.class,
            "/v1/customers/{id}/history", CustomerHistoryReport.class,
            "/v1/customers/{id}/why", ScoreChangeReport.class,
            "/v1/customers/{id}/identities", IdentitiesReport.class,
            "/v1/scores", ScoresPage.class,
            "/v1/model", ModelReport.class,
            "/v1/status", StreamsStatus.class);

    @Test
    void theDescriptionHasEveryPropertyOfTheRecordsAndNoOther() throws Exception {
        assertThat(OpenApiRecords.differences(OpenApiEndpoint.document(), ANSWERS))
                .isEmpty();
    }

    @Test
    void everyPathIsDescribed() throws Exception {
        assertThat(new ObjectMapper()
                        .readTree(OpenApiEndpoint.document()).path("paths").properties().stream()
                                .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(ANSWERS.keySet().stream(), Stream.of(LedgersEndpoint.PATH))
                                .toList());
    }
}
