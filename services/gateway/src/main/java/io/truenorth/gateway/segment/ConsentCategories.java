package io.truenorth.gateway.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.event.IncomingEvent.Consent;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonNodes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which of the categories of consent in {@code context.consent.categoryPreferences} are consent to scoring and to activation.
 * Where several are the same purpose all of them must be given.
 *
 * @param byCategory the purposes by the ids of categories, whatever their case
 */
public record ConsentCategories(Map<String, Purpose> byCategory) {

    /** The purposes, as documents of sources name them. */
    public enum Purpose {
        /** Consent to scoring. */
        SCORING,
        /** Consent to use of the score outside the system. */
        ACTIVATION
    }

    /**
     * The categories of Segment's documentation: what is analysed is scored, and what is advertised or shared is used outside.
     * Functional categories concern neither.
     */
    private static final ConsentCategories USUAL = new ConsentCategories(Map.of(
            "Analytics", Purpose.SCORING,
            "Advertising", Purpose.ACTIVATION,
            "Marketing", Purpose.ACTIVATION,
            "DataSharing", Purpose.ACTIVATION));

    /** Keeps the ids in lower case. */
    public ConsentCategories {
        byCategory = byCategory.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (one, other) -> one));
    }

    /** The categories that Segment's documentation names. */
    public static ConsentCategories usual() {
        return USUAL;
    }

    /**
     * What a message says of consent; empty if it says nothing of a category that is a purpose.
     *
     * @throws UnmappedException if it says something that is neither true nor false
     */
    Optional<Consent> consent(SegmentMessage message) throws UnmappedException {
        SegmentMessage context = message.object("context");
        Optional<JsonNode> stated = context.value("consent");
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        requireObject(stated.get(), context.pathOf("consent"));
        SegmentMessage consent = context.object("consent");
        Optional<JsonNode> preferences = consent.value("categoryPreferences");
        if (preferences.isEmpty()) {
            return Optional.empty();
        }
        requireObject(preferences.get(), consent.pathOf("categoryPreferences"));
        return of(consent.object("categoryPreferences"));
    }

    private Optional<Consent> of(SegmentMessage preferences) throws UnmappedException {
        Map<Purpose, Boolean> said = new HashMap<>();
        for (Map.Entry<String, JsonNode> preference : preferences.values().properties()) {
            Purpose purpose = byCategory.get(preference.getKey().toLowerCase(Locale.ROOT));
            JsonNode value = preference.getValue();
            if (purpose != null && !value.isNull()) {
                if (!value.isBoolean()) {
                    throw new UnmappedException(
                            preferences.pathOf(preference.getKey()),
                            "expected true or false, was " + JsonNodes.describe(value));
                }
                said.merge(purpose, value.asBoolean(), Boolean::logicalAnd);
            }
        }
        return Optional.of(new Consent(of(said, Purpose.SCORING), of(said, Purpose.ACTIVATION)))
                .filter(consent -> !consent.isEmpty());
    }

    private static Optional<Boolean> of(Map<Purpose, Boolean> said, Purpose purpose) {
        return Optional.ofNullable(said.get(purpose));
    }

    private static void requireObject(JsonNode node, String path) throws UnmappedException {
        if (!node.isObject()) {
            throw new UnmappedException(path, "expected an object, was " + JsonNodes.describe(node));
        }
    }
}
