package io.truenorth.cli.failed;

import io.truenorth.schemas.FailureResolution;
import java.util.Optional;

/** Sends failed records again: through the gateway what it accepted, onto the topic of touchpoints what came from there. */
public final class Replays {
    private final Resolutions resolutions;
    private final GatewayReplays gateway;

    /** Writes down what it does. */
    public Replays(Resolutions resolutions, GatewayReplays gateway) {
        this.resolutions = resolutions;
        this.gateway = gateway;
    }

    /**
     * Sends a record again.
     *
     * @return why it still fails or cannot be sent; nothing if it is on its way. What comes from the topic can fail again in
     *     the streams service, as a record of its own
     * @throws GatewayFailedException if the gateway does not answer
     */
    public Optional<String> sendAgain(FailedRecord record) throws InterruptedException {
        if (!record.failure().isFromGateway()) {
            if (record.key() == null && record.value() == null) {
                return Optional.of("it was too large to be kept; it stands on "
                        + record.failure().topic() + " at offset "
                        + record.failure().offset() + " of partition "
                        + record.failure().partition());
            }
            resolutions.sendAgain(record);
            return Optional.empty();
        }
        Optional<String> stillFailing = gateway.sendAgain(record);
        if (stillFailing.isEmpty()) {
            resolutions.note(record, FailureResolution.replayed());
        }
        return stillFailing;
    }
}
