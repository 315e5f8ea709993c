/**
 * What the channels of other formats have in common: a message of theirs becomes a {@link
 * io.truenorth.gateway.translation.Translation}, at best an event in the native JSON form, which alone is held against the
 * contract. Nothing is validated here that {@link io.truenorth.gateway.event.TouchpointMapper} validates.
 */
@NullMarked
package io.truenorth.gateway.translation;

import org.jspecify.annotations.NullMarked;
