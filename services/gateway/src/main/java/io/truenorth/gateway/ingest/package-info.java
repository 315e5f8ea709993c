/**
 * The way of every message, whatever its protocol: an {@link io.truenorth.gateway.ingest.IngestRequest} is read within limits, a
 * {@link io.truenorth.gateway.ingest.Translation} makes events of its messages, and the resulting {@link
 * io.truenorth.gateway.ingest.IngestResult} is stored by the {@link io.truenorth.gateway.ingest.Publisher} before the request is
 * answered.
 */
@NullMarked
package io.truenorth.gateway.ingest;

import org.jspecify.annotations.NullMarked;
