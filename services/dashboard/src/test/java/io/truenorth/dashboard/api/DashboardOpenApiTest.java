package io.truenorth.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.dashboard.api.response.AttributesResponse;
import io.truenorth.dashboard.api.response.ChannelsResponse;
import io.truenorth.dashboard.api.response.CustomerChangeResponse;
import io.truenorth.dashboard.api.response.CustomerResponse;
import io.truenorth.dashboard.api.response.CustomersResponse;
import io.truenorth.dashboard.api.response.IdentityChangesResponse;
import io.truenorth.dashboard.api.response.IdentityDetailResponse;
import io.truenorth.dashboard.api.response.ObjectivesResponse;
import io.truenorth.dashboard.api.response.OpportunitiesResponse;
import io.truenorth.dashboard.api.response.OverviewResponse;
import io.truenorth.dashboard.api.response.PipelineResponse;
import io.truenorth.dashboard.api.response.PrincipalResponse;
import io.truenorth.dashboard.api.response.ReceiptResponse;
import io.truenorth.dashboard.api.response.ReceiptsResponse;
import io.truenorth.dashboard.api.response.RefusedJoinsResponse;
import io.truenorth.dashboard.api.response.ScopesResponse;
import io.truenorth.dashboard.api.response.SearchResponse;
import io.truenorth.dashboard.api.response.SegmentsResponse;
import io.truenorth.query.OpenApiRecords;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That every path is described is checked by {@link AccessTest}. */
class DashboardOpenApiTest {
    private static final Map<String, Class<? extends Record>> ANSWERS = Map.ofEntries(
            Map.entry("/v1/scopes", ScopesResponse.class),
            Map.entry("/v1/overview", OverviewResponse.class),
            Map.entry("/v1/segments", AttributesResponse.class),
            Map.entry("/v1/segments/{attribute}", SegmentsResponse.class),
            Map.entry("/v1/channels", ChannelsResponse.class),
            Map.entry("/v1/opportunities", OpportunitiesResponse.class),
            Map.entry("/v1/customers", CustomersResponse.class),
            Map.entry("/v1/customers/{id}", CustomerResponse.class),
            Map.entry("/v1/customers/{id}/why", CustomerChangeResponse.class),
            Map.entry("/v1/customers/{id}/identities", IdentityDetailResponse.class),
            Map.entry("/v1/identities/refused", RefusedJoinsResponse.class),
            Map.entry("/v1/identities/changes", IdentityChangesResponse.class),
            Map.entry("/v1/privacy/receipts", ReceiptsResponse.class),
            Map.entry("/v1/privacy/receipts/{requestId}", ReceiptResponse.class),
            Map.entry("/v1/objectives", ObjectivesResponse.class),
            Map.entry("/v1/pipeline", PipelineResponse.class),
            Map.entry("/v1/me", PrincipalResponse.class),
            Map.entry("/v1/search", SearchResponse.class));

    @Test
    void theDescriptionHasEveryPropertyOfTheRecordsAndNoOther() throws Exception {
        assertThat(OpenApiRecords.differences(Resources.bytes("openapi.json"), ANSWERS))
                .isEmpty();
    }
}
