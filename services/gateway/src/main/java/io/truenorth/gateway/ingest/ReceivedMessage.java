package io.truenorth.gateway.ingest;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that a source sent: the body of a request or record, or one item of a batch.
 *
 * @param body as it was sent
 * @param headers by name, in lower case
 * @param receivedAt when it arrived, epoch ms
 */
public record ReceivedMessage(String body, Map<String, String> headers, long receivedAt) {

    /** Lower-cases the names of the headers. */
    public ReceivedMessage {
        Map<String, String> byName = new TreeMap<>();
        headers.forEach((name, value) -> byName.put(name.toLowerCase(Locale.ROOT), value));
        headers = byName;
    }

    /** A header by its name, in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The same with another body. */
    public ReceivedMessage withBody(String other) {
        return new ReceivedMessage(other, headers, receivedAt);
    }

    /** The same with other headers. */
    public ReceivedMessage withHeaders(Map<String, String> others) {
        return new ReceivedMessage(body, others, receivedAt);
    }
}
