package io.truenorth.dashboard.api.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1/channels}: what each channel gives, the most first. Amounts are points.
 *
 * @param from the beginning of the period; absent, like everything gained and lost, while that is not known yet
 * @param to its end
 */
public record ChannelsResponse(int days, Optional<Instant> from, Optional<Instant> to, List<Channel> channels) {

    /**
     * A channel.
     *
     * @param share of the points of all channels, 0 to 1
     * @param byStage its points by the stage of the customers, the lowest first
     */
    public record Channel(
            String channel,
            String label,
            BigDecimal points,
            BigDecimal share,
            long customers,
            List<BigDecimal> byStage,
            Optional<BigDecimal> gained,
            Optional<BigDecimal> lost,
            Optional<List<Kind>> kinds) {}

    /** What a kind of touchpoint gained and lost on a channel. */
    public record Kind(String kind, String label, BigDecimal gained, BigDecimal lost) {}
}
