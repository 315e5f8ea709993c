package io.truenorth.dashboard.api.response;

import io.truenorth.contract.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /v1/customers}: a page of a list.
 *
 * @param total the number of customers on all pages
 * @param next the cursor of the next page; absent on the last page
 */
public record CustomersResponse(long total, List<CustomerEntry> customers, Optional<String> next) {

    /**
     * A customer of the list.
     *
     * @param activation whether the customer may be part of lists that leave the system
     * @param lastTouchAt start of the day of the last touch; absent if there is none
     */
    public record CustomerEntry(
            String id,
            BigDecimal points,
            Stage stage,
            boolean detractor,
            double risk,
            List<String> channels,
            boolean activation,
            Optional<Instant> lastTouchAt,
            Map<String, String> attributes) {}
}
