package io.truenorth.gateway.ingest;

import java.util.List;

/**
 * Translates what a source sends into events. The same for a request and for the replay of what failed, so it depends on
 * nothing but the message.
 */
@FunctionalInterface
public interface Translation {

    /** Translates a message, as a whole or item by item. */
    List<TranslatedMessage> translate(ReceivedMessage message);
}
