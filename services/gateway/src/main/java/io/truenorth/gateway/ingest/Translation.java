package io.truenorth.gateway.ingest;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a channel means by what it sends. The same for a request and for the replay of what failed, so it depends on nothing
 * but its arguments.
 */
@FunctionalInterface
public interface Translation {

    /** For a channel whose headers say nothing. */
    Function<String, Optional<String>> NO_HEADERS = name -> Optional.empty();

    /**
     * Hands over what one thing that was sent becomes: events, something ignored on purpose, or something unmapped.
     *
     * @param sent a body, or one item of a batch, as it was sent
     * @param headers the value of a request header by its name
     * @param harvest takes what it becomes
     */
    void translate(String sent, Function<String, Optional<String>> headers, IngestResult harvest);
}
