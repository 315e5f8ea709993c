/**
 * Consent to scoring and to activation: what events, requests and imports say of it, kept by identity, and what that means
 * for a customer. Nothing here is thread-safe.
 */
@NullMarked
package io.truenorth.streams.consent;

import org.jspecify.annotations.NullMarked;
