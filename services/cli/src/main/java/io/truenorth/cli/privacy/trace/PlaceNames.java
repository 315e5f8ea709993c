package io.truenorth.cli.privacy.trace;

import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.streams.topology.StreamsTopology;
import java.util.List;

/**
 * The names of the places of a deployment.
 *
 * @param topics its topics
 * @param applicationId of its streams service, with which the names of its internal topics begin
 */
public record PlaceNames(TopicCatalogue topics, String applicationId) {
    private static final String STORE = "customers";

    private String name(Topic<?, ?> topic) {
        return topics.topic(topic).name();
    }

    String touchpoints() {
        return name(Topics.TOUCHPOINTS);
    }

    boolean isReceipts(String place) {
        return place.equals(name(Topics.PRIVACY_RECEIPTS));
    }

    boolean isIdentityEvents(String place) {
        return place.equals(name(Topics.IDENTITY_EVENTS));
    }

    boolean isImports(String place) {
        return place.equals(name(Topics.LEDGER_IMPORTS));
    }

    /** Whether a topic is an internal one of the streams service; one of another application may have the same beginning. */
    boolean isInternal(String place) {
        return StreamsTopology.internalTopics(applicationId).contains(place);
    }

    /** The names under which a receipt lists a place, its own one first; a file that was named on the command line has none. */
    List<String> onReceipt(Finding finding) {
        String place = finding.place();
        return switch (finding.kind()) {
            case FILE -> List.of();
            case STORE -> List.of(STORE);
            case LOG, TABLE, REPLACED, TOMBSTONE ->
                isInternal(place)
                        ? List.of(
                                place,
                                place.substring(applicationId.length() + 1)
                                        .replaceFirst("-(changelog|repartition)$", ""))
                        : List.of(place);
        };
    }
}
