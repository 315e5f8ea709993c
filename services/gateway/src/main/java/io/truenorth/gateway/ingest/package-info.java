/**
 * What is the same for every channel: {@link io.truenorth.gateway.ingest.IngestPipeline} gives a request room and reads its body
 * within limits; a {@link io.truenorth.gateway.ingest.Translation} says what the channel means; the {@link
 * io.truenorth.gateway.ingest.IngestResult} of that is stored by the {@link io.truenorth.gateway.ingest.Publisher} before the
 * request is answered.
 */
@NullMarked
package io.truenorth.gateway.ingest;

import org.jspecify.annotations.NullMarked;
