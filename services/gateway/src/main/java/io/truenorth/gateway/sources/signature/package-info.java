/**
 * Authenticates the requests of sources: a closed set of signature schemes, each of which returns the reason for rejecting a
 * request, or nothing. Secrets are compared in constant time and are never part of a reason.
 */
@NullMarked
package io.truenorth.gateway.sources.signature;

import org.jspecify.annotations.NullMarked;
