package io.truenorth.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.query.CustomerScore.PastScore;
import io.truenorth.query.StreamsStatus.PartitionStatus;
import io.truenorth.relationship.score.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiJsonTest {
    private static final CustomerScore ANN = new CustomerScore(
            "crm:ann",
            9,
            4,
            1,
            1,
            1,
            1,
            1,
            0.5,
            0.25,
            false,
            Stage.LOYAL,
            List.of(new CustomerDeparture("email", "unsubscribed", LocalDate.parse("2026-03-01"))),
            Optional.of(new PastScore(7, Stage.AWARE)),
            Optional.of(Map.of("web", Map.of("purchase", -2L))));

    @Test
    void aPageHasItsMembersInOrderAndLeavesOutWhatIsAbsent() {
        ScoresPage page = new ScoresPage(
                Instant.parse("2026-10-01T00:00:00Z"), Optional.empty(), 0, 2, List.of(ANN), Optional.empty());

        assertThat(new String(ApiJson.write(page), StandardCharsets.UTF_8))
                .isEqualTo("{\"asOf\":\"2026-10-01T00:00:00Z\",\"partition\":0,\"partitions\":2,\"scores\":["
                        + "{\"customer\":\"crm:ann\",\"score\":9,\"engagement\":4,\"money\":1,\"connectedness\":1,"
                        + "\"reciprocity\":1,\"sentiment\":1,\"advocacy\":1,\"advocacyMass\":0.5,"
                        + "\"detractorRisk\":0.25,\"detractor\":false,\"stage\":\"loyal\",\"departures\":["
                        + "{\"channel\":\"email\",\"kind\":\"unsubscribed\",\"day\":\"2026-03-01\"}],"
                        + "\"before\":{\"score\":7,\"stage\":\"aware\"},\"moved\":{\"web\":{\"purchase\":-2}}}]}");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        StreamsStatus status = new StreamsStatus(
                "running", 2, List.of(new PartitionStatus(1, 7, 3, 1, 0, 1, 2)), Optional.of(5L), Optional.empty());

        assertThat(ApiJson.read(ApiJson.write(ANN), CustomerScore.class)).isEqualTo(ANN);
        assertThat(ApiJson.read(ApiJson.write(status), StreamsStatus.class)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"channel\":\"web\",\"kind\":\"left\"}",
                "{\"channel\":null,\"kind\":\"left\",\"day\":\"2026-03-01\"}",
                "{\"channel\":\"web\",\"kind\":\"left\",\"day\":\"yesterday\"}",
                "[]",
                "<html>"
            })
    void whatIsMissingOrMalformedIsAnError(String json) {
        assertThatThrownBy(() -> ApiJson.read(json.getBytes(StandardCharsets.UTF_8), CustomerDeparture.class))
                .isInstanceOf(IOException.class);
    }
}
