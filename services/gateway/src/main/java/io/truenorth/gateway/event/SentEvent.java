package io.truenorth.gateway.event;

import io.truenorth.contract.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An event as a client sent it, checked field by field. The fields are those of the contract.
 *
 * @param occurredAt epoch ms
 */
record SentEvent(
        Optional<String> eventId,
        List<SentIdentity> identities,
        long occurredAt,
        String channel,
        String kind,
        String subject,
        Direction direction,
        OptionalDouble sentiment,
        Optional<SentMoney> money,
        Map<String, String> attributes,
        String source,
        Optional<String> retracts,
        Map<String, String> context) {

    /** The same under other names. */
    SentEvent withIdentities(List<SentIdentity> others) {
        return new SentEvent(
                eventId,
                others,
                occurredAt,
                channel,
                kind,
                subject,
                direction,
                sentiment,
                money,
                attributes,
                source,
                retracts,
                context);
    }
}
