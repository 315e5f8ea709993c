package io.truenorth.cli.failed;

import io.truenorth.cli.gateway.GatewayFailedException;
import io.truenorth.schemas.FailureResolution;
import io.truenorth.streams.decode.IdentityRequestDecoder;
import io.truenorth.streams.decode.LedgerPartDecoder;
import java.util.Optional;

/** Sends failed records again: to the gateway if it received them, otherwise to the touchpoints topic. */
public final class Replays {
    private final Resolutions resolutions;
    private final GatewayReplays gateway;

    /** Records each replay as a resolution. */
    public Replays(Resolutions resolutions, GatewayReplays gateway) {
        this.resolutions = resolutions;
        this.gateway = gateway;
    }

    /**
     * Sends a record again.
     *
     * @return the reason why it still fails or cannot be sent; empty if it was sent. A record from the topic can fail again in
     *     the streams service, as a new failed record
     * @throws GatewayFailedException if the gateway does not respond
     */
    public Optional<String> sendAgain(FailedRecord record) throws InterruptedException {
        if (!record.failure().isFromGateway()) {
            if (record.key() == null && record.value() == null) {
                return Optional.of("it was too large to be copied; the original is on "
                        + record.failure().topic() + " at offset "
                        + record.failure().offset() + " of partition "
                        + record.failure().partition());
            }
            if (record.failure().source().equals(LedgerPartDecoder.SOURCE)) {
                return Optional.of("it is part of an import of ledgers; repeat the import instead");
            }
            if (record.failure().source().equals(IdentityRequestDecoder.SOURCE)) {
                return Optional.of("it is a request about identities; send it again by truenorth identity");
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
