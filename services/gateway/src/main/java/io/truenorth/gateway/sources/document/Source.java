package io.truenorth.gateway.sources.document;

import io.truenorth.gateway.sources.mapping.PayloadMapping;
import io.truenorth.gateway.sources.signature.SignatureScheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A system whose events are taken.
 *
 * @param name lower-case words joined by hyphens; events say that they come from it
 * @param accepts the form in which it sends
 * @param webhook what a webhook is checked by and becomes; present if that is what it sends
 * @param secrets where the secrets stand that its requests are checked with; several while they are changed
 * @param admission who may send, how much, and what
 * @param region whose national phone numbers it means, by ISO 3166; without one those of the gateway's region
 * @param topic the topic that its events are read from too, by its whole name; for CloudEvents
 * @param channel the channel of events that name none, for the forms that have no channels of their own
 * @param currency the currency of amounts that name none, ISO 4217; for webhooks, whose mapping has it too, and Segment
 * @param names what its names of events are called here, for the forms that have names of events of their own
 */
public record Source(
        String name,
        Form accepts,
        Optional<Webhook> webhook,
        List<SecretReference> secrets,
        Admission admission,
        Optional<String> region,
        Optional<String> topic,
        Optional<String> channel,
        Optional<String> currency,
        Map<String, String> names) {

    /** The forms of events that the gateway understands. */
    public enum Form {
        /** Any JSON, mapped by the rules of the document. */
        WEBHOOK,
        /** Our own. */
        TOUCHPOINTS,
        /** Calls of Segment's tracking API. */
        SEGMENT,
        /** CloudEvents with our own form as their data. */
        CLOUDEVENTS
    }

    /**
     * What a webhook is checked by and becomes.
     *
     * @param signature how its requests are checked
     * @param mapping what its payloads become
     */
    public record Webhook(SignatureScheme signature, PayloadMapping mapping) {}
}
