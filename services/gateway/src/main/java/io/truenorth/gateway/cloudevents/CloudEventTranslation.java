package io.truenorth.gateway.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.event.EventId;
import io.truenorth.gateway.event.IncomingEvent;
import io.truenorth.gateway.event.IncomingEvent.Consent;
import io.truenorth.gateway.event.IncomingEvent.EventTime;
import io.truenorth.gateway.event.IncomingEvent.Identity;
import io.truenorth.gateway.event.IncomingEvent.Reference;
import io.truenorth.gateway.event.IncomingEventBuilder;
import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.event.NativeEventReader;
import io.truenorth.gateway.event.TextConstraint;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.ingest.Translation;
import io.truenorth.gateway.ingest.Translation.Outcome;
import io.truenorth.gateway.ingest.Translation.TranslatedMessage;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.Violations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Translates CloudEvents into events.
 *
 * <p>The data of the type {@link #NATIVE} is a native event; the envelope has its id, time and identity where the data does
 * not. An event of any other type is read from its envelope alone, whatever its data: the kind from its type, the identity from its
 * {@code subject} or the extensions {@code identity} ({@code namespace:value}) and {@code identities} (several, separated by
 * commas), references, channel and direction by the extensions of these names, consent by {@code consentscoring} and {@code
 * consentactivation}. The event id is {@code source#id}, as the ids of two
 * producers may be the same.
 */
public final class CloudEventTranslation implements Translation {

    /** The type of events whose data is a native event. */
    public static final String NATIVE = "io.truenorth.touchpoint.v1";

    /** The extension with the identity of the customer. */
    static final String IDENTITY = "identity";

    /** The extension with several identities of the customer, separated by commas. */
    static final String IDENTITIES = "identities";

    /** The extension with the channel. */
    static final String CHANNEL = "channel";

    /** The extension with the direction. */
    static final String DIRECTION = "direction";

    /** The extension with references, {@code type:id}, separated by commas. */
    static final String REFERENCES = "references";

    /** The extension with consent to scoring, true or false. */
    static final String CONSENT_SCORING = "consentscoring";

    /** The extension with consent to activation, true or false. */
    static final String CONSENT_ACTIVATION = "consentactivation";

    private static final String DEFAULT_NAMESPACE = "customer";
    private static final Pattern COMMAS = Pattern.compile("\\s*,\\s*");

    private final String channel;
    private final KindNames names;

    /**
     * The translation of the events of a source.
     *
     * @param channel the channel of events that name none
     * @param names the kinds of events by type
     */
    public CloudEventTranslation(String channel, KindNames names) {
        this.channel = channel;
        this.names = names;
    }

    @Override
    public List<TranslatedMessage> translate(ReceivedMessage message) {
        try {
            return List.of(translate(message, CloudEventReader.read(message)));
        } catch (UnmappedException e) {
            return List.of(TranslatedMessage.of(message, e.outcome()));
        }
    }

    /** Translates an event that is read already. */
    TranslatedMessage translate(ReceivedMessage message, CloudEventEnvelope event) {
        return TranslatedMessage.of(message, outcome(event, message.receivedAt()));
    }

    private Outcome outcome(CloudEventEnvelope event, long receivedAt) {
        try {
            return new Outcome.Event(
                    event.type().equals(NATIVE) ? ofData(event, receivedAt) : ofEnvelope(event, receivedAt));
        } catch (UnmappedException e) {
            return e.outcome();
        }
    }

    private static IncomingEvent ofData(CloudEventEnvelope event, long receivedAt) throws UnmappedException {
        JsonNode data = event.data()
                .filter(JsonNode::isObject)
                .orElseThrow(
                        () -> new UnmappedException("/data", "expected a native event as JSON, which is an object"));
        return NativeEventReader.read(data, new Violations())
                .withDefaults(common(event, receivedAt)
                        .origins(path -> Optional.of("/data" + path))
                        .build());
    }

    private IncomingEvent ofEnvelope(CloudEventEnvelope event, long receivedAt) throws UnmappedException {
        List<Identity> identities = identities(event);
        if (identities.isEmpty() && references(event).isEmpty()) {
            throw new UnmappedException(
                    "/subject",
                    "expected the customer's identity here, or in the extension identity as namespace:value, or a reference in"
                            + " the extension references as type:id");
        }
        if (identities.size() > IncomingEvent.MAX_IDENTITIES) {
            throw new UnmappedException(
                    "/" + IDENTITIES,
                    "expected up to " + IncomingEvent.MAX_IDENTITIES + " identities, was " + identities.size());
        }
        return common(event, receivedAt)
                .channel(Optional.of(event.extensions().getOrDefault(CHANNEL, channel)))
                .kind(Optional.of(kind(event.type())))
                .direction(Optional.of(event.extensions().getOrDefault(DIRECTION, "in")))
                .consent(consent(event))
                .contextWithinLimits(Map.of("type", event.type()))
                .origins(CloudEventTranslation::origin)
                .build();
    }

    /** What the envelope states of every event. */
    private static IncomingEventBuilder common(CloudEventEnvelope event, long receivedAt) {
        return IncomingEvent.builder()
                .eventId(Optional.of(EventId.of(id(event))))
                .identities(Optional.of(identities(event)).filter(found -> !found.isEmpty()))
                .references(references(event))
                .occurredAt(Optional.of(EventTime.of(event.time().orElse(Instant.ofEpochMilli(receivedAt)))));
    }

    private static String id(CloudEventEnvelope event) {
        return event.source() + "#" + event.id();
    }

    private String kind(String type) throws UnmappedException {
        try {
            return names.kindOf(type);
        } catch (IllegalArgumentException e) {
            throw new UnmappedException("/type", String.valueOf(e.getMessage()));
        }
    }

    /** Those of the extensions; that of the subject where there are none. */
    private static List<Identity> identities(CloudEventEnvelope event) {
        Map<String, String> extensions = event.extensions();
        List<Identity> stated = Stream.concat(
                        Stream.ofNullable(extensions.get(IDENTITY)),
                        Stream.ofNullable(extensions.get(IDENTITIES)).flatMap(COMMAS::splitAsStream))
                .filter(text -> !text.isBlank())
                .map(CloudEventTranslation::parseIdentity)
                .toList();
        return stated.isEmpty()
                ? event.subject().map(CloudEventTranslation::parseIdentity).stream()
                        .toList()
                : stated;
    }

    private static List<Reference> references(CloudEventEnvelope event) {
        return Stream.ofNullable(event.extensions().get(REFERENCES))
                .flatMap(COMMAS::splitAsStream)
                .map(Reference::parse)
                .toList();
    }

    private static Optional<Consent> consent(CloudEventEnvelope event) throws UnmappedException {
        return Optional.of(new Consent(flag(event, CONSENT_SCORING), flag(event, CONSENT_ACTIVATION)))
                .filter(consent -> !consent.isEmpty());
    }

    private static Optional<Boolean> flag(CloudEventEnvelope event, String extension) throws UnmappedException {
        String text = event.extensions().get(extension);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw new UnmappedException("/" + extension, "expected true or false, was " + Excerpt.of(text));
        }
        return Optional.of(text.equals("true"));
    }

    private static Identity parseIdentity(String text) {
        String[] parts = text.split(":", 2);
        return parts.length == 2 && TextConstraint.WORDS.accepts(parts[0])
                ? Identity.of(parts[0], parts[1])
                : Identity.of(DEFAULT_NAMESPACE, text);
    }

    private static Optional<String> origin(String path) {
        return Optional.of(
                switch (path) {
                    case "/eventId" -> "/id";
                    case "/occurredAt" -> "/time";
                    case "/kind", "/context/type" -> "/type";
                    case "/channel", "/direction" -> path;
                    default -> originOfList(path);
                });
    }

    private static String originOfList(String path) {
        if (path.startsWith("/references")) {
            return "/references";
        }
        return path.startsWith("/identities") ? "/subject" : "";
    }
}
