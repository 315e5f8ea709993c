package io.truenorth.gateway.sources.document;

import java.util.List;
import java.util.Optional;

/**
 * Who may send to a source, how much, and what. Whoever answers requests holds them to it.
 *
 * @param keys the access tokens that are known, each as {@code NAME:SHA256}
 * @param origins the web origins whose pages may send, such as {@code https://shop.example.com}
 * @param limit how much is taken, if that is limited
 * @param channels the channels that its events may name; all where there are none
 * @param kinds the kinds that its events may name; all where there are none
 */
public record Admission(
        List<String> keys, List<String> origins, Optional<Limit> limit, List<String> channels, List<String> kinds) {

    /**
     * How much is taken of a source.
     *
     * @param perSecond events a second, in the long run
     * @param burst events at once
     */
    public record Limit(int perSecond, int burst) {}
}
