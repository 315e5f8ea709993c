package io.truenorth.gateway.cloudevents;

import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.event.NativeEvent;
import io.truenorth.gateway.event.TextConstraint;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.ingest.Translation;
import io.truenorth.gateway.ingest.UnmappedException;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Members;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the CloudEvents of a source mean.
 *
 * <p>The data of the type {@link #NATIVE} is a native event; the envelope says its id, time and identity where the data does
 * not. An event of any other type is told by its envelope alone, whatever its data: the kind by its type, whose it is by its
 * {@code subject} or the extension {@code identity} ({@code namespace:value}), channel and direction by the extensions of these
 * names. The event id is {@code source#id}, as the ids of two producers may be the same.
 */
public final class CloudEventTranslation implements Translation {

    /** The type of events whose data is a native event. */
    public static final String NATIVE = "io.truenorth.touchpoint.v1";

    /** The extension that says whose event it is. */
    static final String IDENTITY = "identity";

    /** The extension with the channel. */
    static final String CHANNEL = "channel";

    /** The extension with the direction. */
    static final String DIRECTION = "direction";

    private static final String USUAL_NAMESPACE = "customer";

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
    public void translate(String sent, Function<String, Optional<String>> headers, IngestResult harvest) {
        try {
            CloudEventEnvelope event = CloudEventReader.read(sent, headers);
            if (event.type().equals(NATIVE)) {
                harvest.event(ofData(event, harvest.receivedAt()), path -> "/data" + path);
            } else {
                harvest.event(ofEnvelope(event, harvest.receivedAt()), CloudEventTranslation::origin);
            }
        } catch (UnmappedException e) {
            harvest.unmapped(e.path(), e.getMessage());
        }
    }

    private static Members ofData(CloudEventEnvelope event, long receivedAt) throws UnmappedException {
        if (!(event.data().orElse(new JsonValue.Null()) instanceof Members data)) {
            throw new UnmappedException("/data", "expected a native event as JSON, which is an object");
        }
        NativeEvent said = new NativeEvent().id(id(event)).occurredAt(time(event, receivedAt));
        whose(event).ifPresent(identity -> said.identity(identity.namespace(), identity.value()));
        Map<String, JsonValue> members = new LinkedHashMap<>(said.members().values());
        data.values().forEach((name, value) -> {
            if (!(value instanceof JsonValue.Null)) {
                members.put(name, value);
            }
        });
        return new Members(members);
    }

    private Members ofEnvelope(CloudEventEnvelope event, long receivedAt) throws UnmappedException {
        Whose identity = whose(event)
                .orElseThrow(() -> new UnmappedException(
                        "/subject",
                        "expected whose event it is here, or in the extension identity as namespace:value"));
        return new NativeEvent()
                .id(id(event))
                .identity(identity.namespace(), identity.value())
                .occurredAt(time(event, receivedAt))
                .touch(
                        event.extensions().getOrDefault(CHANNEL, channel),
                        kind(event.type()),
                        event.extensions().getOrDefault(DIRECTION, "in"))
                .context(Map.of("type", event.type()))
                .members();
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

    private static Instant time(CloudEventEnvelope event, long receivedAt) {
        return event.time().orElse(Instant.ofEpochMilli(receivedAt));
    }

    private record Whose(String namespace, String value) {}

    private static Optional<Whose> whose(CloudEventEnvelope event) {
        return Optional.ofNullable(event.extensions().get(IDENTITY))
                .or(event::subject)
                .map(CloudEventTranslation::named);
    }

    private static Whose named(String text) {
        String[] parts = text.split(":", 2);
        return parts.length == 2 && TextConstraint.WORDS.violationOf(parts[0]).isEmpty()
                ? new Whose(parts[0], parts[1])
                : new Whose(USUAL_NAMESPACE, text);
    }

    /** Where in an envelope a member of the native form comes from. */
    private static String origin(String path) {
        return switch (path) {
            case "/eventId" -> "/id";
            case "/occurredAt" -> "/time";
            case "/kind", "/context/type" -> "/type";
            case "/channel", "/direction" -> path;
            default -> path.startsWith("/identities") ? "/subject" : "";
        };
    }
}
