/**
 * Logging: JSON lines for machines, plain text for people. Secrets are never logged, identities only in the audit
 * log of the dashboard; problems with a request are reported to the client instead.
 */
@NullMarked
package io.truenorth.service.logging;

import org.jspecify.annotations.NullMarked;
