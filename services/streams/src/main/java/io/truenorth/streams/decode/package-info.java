/**
 * From the bytes of a record to a touchpoint that can be counted, or to a typed rejection. Plain classes; the only ones here
 * that know Avro's touchpoints.
 */
@NullMarked
package io.truenorth.streams.decode;

import org.jspecify.annotations.NullMarked;
