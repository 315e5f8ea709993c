/**
 * From an event as it was sent, in any form, to the record on the topic. Every form becomes an {@link
 * io.truenorth.gateway.event.IncomingEvent}, which knows where its fields come from; {@link
 * io.truenorth.gateway.event.TouchpointValidator} names all that is wrong with it by path, or makes the touchpoint, with
 * pseudonyms, the reporting currency and a derived id.
 */
@NullMarked
package io.truenorth.gateway.event;

import org.jspecify.annotations.NullMarked;
