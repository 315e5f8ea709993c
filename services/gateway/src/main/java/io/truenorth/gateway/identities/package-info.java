/**
 * Requests about identities, to link two, to split one from its customer, to erase a customer or to set consent: validated as those
 * of events, permitted to tokens of their own, and written to their topic for the streams service, which executes them.
 */
@NullMarked
package io.truenorth.gateway.identities;

import org.jspecify.annotations.NullMarked;
