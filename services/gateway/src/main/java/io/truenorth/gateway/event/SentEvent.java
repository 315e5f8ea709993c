package io.truenorth.gateway.event;

import io.truenorth.contract.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An event as a client sent it, checked field by field. The fields are those of the contract.
 *
 * @param identities as they may leave the gateway, the strongest first
 * @param leftOut the identities that it goes on without: the namespace of each, and why
 * @param occurredAt epoch ms
 */
record SentEvent(
        Optional<String> eventId,
        List<SentIdentity> identities,
        List<String> leftOut,
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
        Map<String, String> context) {}
