package io.truenorth.dashboard.api;

import static io.truenorth.dashboard.access.OpenIdProvider.ann;
import static io.truenorth.dashboard.api.GuardedDashboard.ADMIN;
import static io.truenorth.dashboard.api.GuardedDashboard.ANALYST;
import static io.truenorth.dashboard.api.GuardedDashboard.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of those who look at customers, or would like to. */
class AuditTest {
    private GuardedDashboard guarded;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        guarded = new GuardedDashboard(folder);
    }

    @AfterEach
    void stop() {
        guarded.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /v1/customers/crm:ann            | customer | crm:ann
        /v1/customers/crm:nobody         | customer | crm:nobody
        /v1/customers/crm:ann/why        | change   | crm:ann
        /v1/customers/crm:ann/identities | identities | crm:ann
        /v1/identities/refused           | list     | refused joins
        /v1/identities/changes           | list     | identity changes
        /v1/customers?stage=loyal&q=a    | list     | stage=loyal&q=a
        /v1/search?q=ann                 | search   | ann
        /v1/events?customer=crm:ann      | follow   | crm:ann
        """)
    void aLookIsNotedWithWhoAndWhat(String path, String what, String which) throws Exception {
        guarded.dashboard().open(path, ANALYST).body().close();

        assertThat(guarded.dashboard().audit())
                .containsExactly("{\"at\":\"2026-03-01T12:00:00Z\",\"who\":\"ana\",\"role\":\"analyst\",\"what\":\""
                        + what + "\",\"which\":\"" + which + "\",\"from\":\"127.0.0.1\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/customers/crm:ann",
                "/v1/customers/crm:ann/identities",
                "/v1/identities/refused",
                "/v1/customers?stage=loyal&q=a",
                "/v1/events?customer=crm:ann",
                "/metrics"
            })
    void whatIsRefusedToARoleIsNotedToo(String path) throws Exception {
        assertThat(guarded.dashboard().get(path, VIEWER).statusCode()).isEqualTo(403);

        assertThat(guarded.dashboard().audit())
                .containsExactly(
                        "{\"at\":\"2026-03-01T12:00:00Z\",\"who\":\"vera\",\"role\":\"viewer\",\"what\":\"refused\""
                                + ",\"which\":\"" + path + "\",\"from\":\"127.0.0.1\"}");
    }

    @Test
    void whoComesFromTheProviderIsNotedBySubjectAndIssuerAndAVerifiedAddressBeside() throws Exception {
        String token = guarded.provider().token(ann("analyst"));

        guarded.dashboard().get("/v1/customers/crm:ann", token);

        assertThat(guarded.dashboard().audit())
                .singleElement()
                .asString()
                .contains("\"who\":\"u-1@https://id.example\",\"email\":\"ann@example.org\",\"role\":\"analyst\"");
    }

    @Test
    void anAddressThatNobodyVerifiedIsNotNoted() throws Exception {
        for (Object unverified : new Object[] {false, "no", 0}) {
            guarded.dashboard()
                    .get(
                            "/v1/customers/crm:ann",
                            guarded.provider().token(ann("analyst").claim("email_verified", unverified)));
        }

        assertThat(guarded.dashboard().audit())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line)
                        .contains("\"who\":\"u-1@https://id.example\",\"role\"")
                        .doesNotContain("ann@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/overview", "/v1/opportunities", "/v1/events", "/customers/crm:ann", "/metrics"})
    void whatShowsNobodyIsNotNoted(String path) throws Exception {
        guarded.dashboard().open(path, ADMIN).body().close();

        assertThat(guarded.dashboard().audit()).isEmpty();
    }

    @Test
    void strangersAreNotNoted() throws Exception {
        for (String token : guarded.notTaken().values()) {
            guarded.dashboard().get("/v1/customers/crm:ann", token);
        }

        assertThat(guarded.dashboard().audit()).isEmpty();
    }

    @Test
    void aSearchShowsCustomersToAnalystsAlone() throws Exception {
        assertThat(guarded.dashboard().get("/v1/search?q=ann", VIEWER).body()).contains("\"customers\":[]");
        assertThat(guarded.dashboard().audit()).as("nobody was shown").isEmpty();
        assertThat(guarded.dashboard().get("/v1/search?q=ann", ANALYST).body()).contains("crm:ann");
    }
}
