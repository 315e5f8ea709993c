/**
 * Requests about identities, to link two or to split one from its customer: validated as those of events, permitted to tokens of
 * their own, and written to their topic for the streams service, which executes them.
 */
@NullMarked
package io.truenorth.gateway.identities;

import org.jspecify.annotations.NullMarked;
