/**
 * From what a client sent to what the topic holds: {@link io.truenorth.gateway.event.SentEventReader} holds JSON against the
 * contract and names every flaw by its path, {@link io.truenorth.gateway.event.TouchpointMapper} makes the record, with the
 * pseudonyms, the reporting currency and the derived id in it.
 */
@NullMarked
package io.truenorth.gateway.event;

import org.jspecify.annotations.NullMarked;
