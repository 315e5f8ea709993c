/**
 * Logs: one JSON object a line where machines read them, plain text where a person does. Neither secrets nor identities
 * are logged anywhere but in the audit log of the dashboard; what a client sent is told to the client.
 */
@NullMarked
package io.truenorth.service.logging;

import org.jspecify.annotations.NullMarked;
