/**
 * Whether a request comes from whom it says: a closed set of signature schemes, each of which answers with the reason for
 * refusing a request, or nothing. Secrets are compared in constant time and are never part of a reason.
 */
@NullMarked
package io.truenorth.gateway.sources.signature;

import org.jspecify.annotations.NullMarked;
