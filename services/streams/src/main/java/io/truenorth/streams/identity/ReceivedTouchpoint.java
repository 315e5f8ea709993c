package io.truenorth.streams.identity;

import io.truenorth.identity.joining.Content;
import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.decode.ValidTouchpoint;
import org.jspecify.annotations.Nullable;

/**
 * A touchpoint on its way to its customer, with the record as received, so that it can be kept as failed.
 *
 * @param received the record
 * @param decoded the touchpoint, if it was decoded in this task; null after a message, as it is decoded again then
 */
public record ReceivedTouchpoint(
        ReceivedRecord received, @Nullable ValidTouchpoint decoded) implements Content {}
