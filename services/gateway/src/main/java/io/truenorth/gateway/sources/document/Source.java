package io.truenorth.gateway.sources.document;

import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.segment.ConsentCategories;
import io.truenorth.gateway.sources.mapping.HandshakeRule;
import io.truenorth.gateway.sources.mapping.PayloadMapping;
import io.truenorth.gateway.sources.mapping.RequestMethod;
import io.truenorth.gateway.sources.signature.SignatureScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A source as its document declares it.
 *
 * @param sender who it is, and what it may send
 * @param accepts the protocol in which it sends
 * @param webhook how webhooks are authenticated and mapped; present if that is the protocol
 * @param secrets where the secrets are by which its requests are authenticated; several during a rotation
 * @param topic the topic from which its events are read too, by its whole name; for CloudEvents
 * @param channel the channel of events without one, for protocols without channels
 * @param currency the currency of amounts without one, ISO 4217; for webhooks, whose mapping has it too, and Segment
 * @param names the kinds of its events by their names, for protocols in which events have names
 * @param consent which of its categories of consent are consent to what, for Segment
 */
public record Source(
        Sender sender,
        Protocol accepts,
        Optional<Webhook> webhook,
        List<SecretReference> secrets,
        Optional<String> topic,
        Optional<String> channel,
        Optional<String> currency,
        Map<String, String> names,
        ConsentCategories consent) {

    /** The protocols in which sources send, by their names in the documents of sources. */
    public enum Protocol {
        /** Any JSON or form, mapped by the rules of the source's document. */
        WEBHOOK,
        /** The native API. */
        TOUCHPOINTS,
        /** Calls of Segment's tracking API. */
        SEGMENT,
        /** CloudEvents by HTTP or Kafka. */
        CLOUDEVENTS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How webhooks are authenticated and mapped.
     *
     * @param method the method of requests with payloads
     * @param handshakes the requests by which the system verifies the endpoint, in order
     * @param signature how requests are authenticated
     * @param mapping what payloads become
     */
    public record Webhook(
            RequestMethod method, List<Handshake> handshakes, SignatureScheme signature, PayloadMapping mapping) {

        /** Keeps an immutable copy. */
        public Webhook {
            handshakes = List.copyOf(handshakes);
        }
    }

    /**
     * A request by which the system verifies the endpoint.
     *
     * @param rule which request, and its answer
     * @param secrets where the secrets are of which it contains one; those of the source where there are none
     */
    public record Handshake(HandshakeRule rule, List<SecretReference> secrets) {

        /** Keeps an immutable copy. */
        public Handshake {
            secrets = List.copyOf(secrets);
        }
    }

    /** The name: lower-case words joined by hyphens, which events have as their source. */
    public String name() {
        return sender.name();
    }
}
