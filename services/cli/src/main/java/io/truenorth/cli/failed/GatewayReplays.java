package io.truenorth.cli.failed;

import io.truenorth.cli.gateway.GatewayClient;
import io.truenorth.cli.gateway.GatewayFailedException;
import io.truenorth.schemas.FailedTouchpoint;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Sends records that the gateway received to it again, which applies the current document of their source. */
public final class GatewayReplays {
    private static final int STILL_FAILING = 422;
    private static final int UNKNOWN_SOURCE = 404;

    private final GatewayClient gateway;

    /** @param gateway the gateway that records are sent to */
    public GatewayReplays(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /**
     * Sends a record again.
     *
     * @return the reason why it still fails; empty if it was accepted
     * @throws GatewayFailedException if the gateway does not respond, or rejects the token
     */
    Optional<String> sendAgain(FailedRecord record) throws InterruptedException {
        FailedTouchpoint failure = record.failure();
        String path = "/v1/replays/" + escaped(failure.source()) + "?failed=" + record.id() + "&receivedAt="
                + failure.timestamp();
        HttpResponse<byte[]> answer = gateway.post(
                path,
                record.value() == null ? new byte[0] : record.value(),
                FailedTouchpoint.requestHeaders(record.headers()));
        return switch (answer.statusCode()) {
            case GatewayClient.ACCEPTED -> Optional.empty();
            case STILL_FAILING, UNKNOWN_SOURCE -> Optional.of(gateway.detail(answer));
            default -> throw gateway.rejected("the replay of " + record.id(), answer);
        };
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
