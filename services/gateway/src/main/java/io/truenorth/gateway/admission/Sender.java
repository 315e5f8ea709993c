package io.truenorth.gateway.admission;

import io.truenorth.contract.Touchpoint;
import io.truenorth.service.http.TokenHash;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sender: a source by its name, and what it may send.
 *
 * @param name the name of the source; empty for holders of the gateway's own tokens
 * @param keys its write keys
 * @param origins the pages from which browsers may send with a key of it, such as {@code https://shop.example.org}; {@code *} for all
 * @param limit its rate limit, if it has one
 * @param channels the channels that its events may be on; empty for all
 * @param kinds the kinds that its events may have; empty for all
 * @param region whose national phone numbers it means, by ISO 3166, if it says so
 */
public record Sender(
        String name,
        List<TokenHash> keys,
        Set<String> origins,
        Optional<Limit> limit,
        Set<String> channels,
        Set<String> kinds,
        Optional<String> region) {

    private static final String ANY_ORIGIN = "*";

    /**
     * A rate limit.
     *
     * @param perSecond events a second, above 0
     * @param burst events at once, 1 or more
     */
    public record Limit(double perSecond, double burst) {}

    /** Keeps immutable copies. */
    public Sender {
        keys = List.copyOf(keys);
        origins = Set.copyOf(origins);
        channels = Set.copyOf(channels);
        kinds = Set.copyOf(kinds);
    }

    /** A sender of native events who may send anything. */
    public static Sender unlimited(List<TokenHash> keys) {
        return new Sender("", keys, Set.of(), Optional.empty(), Set.of(), Set.of(), Optional.empty());
    }

    /** Whether browsers may send from a page of this origin. */
    boolean listsOrigin(String origin) {
        return origins.contains(origin) || origins.contains(ANY_ORIGIN);
    }

    /** Whether it has neither name nor key, so that everybody may send. */
    boolean isAnybody() {
        return name.isEmpty() && keys.isEmpty();
    }

    /** Names this sender as the source of a touchpoint, where it has a name. */
    public Touchpoint attribute(Touchpoint touchpoint) {
        if (!name.isEmpty()) {
            touchpoint.setSource(name);
        }
        return touchpoint;
    }

    /** Why this sender may not send a touchpoint; empty if it may. */
    public Optional<String> notAllowed(Touchpoint touchpoint) {
        if (touchpoint.getRetracts() != null) {
            // It would take back events of any channel and kind.
            return kinds.isEmpty() && channels.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "the source " + name + " may not send retractions, as its channels or kinds are limited");
        }
        if (!kinds.isEmpty() && !kinds.contains(touchpoint.getKind())) {
            return Optional.of("the source " + name + " may not send the kind " + touchpoint.getKind());
        }
        if (!channels.isEmpty() && !channels.contains(touchpoint.getChannel())) {
            return Optional.of("the source " + name + " may not send on the channel " + touchpoint.getChannel());
        }
        return Optional.empty();
    }
}
