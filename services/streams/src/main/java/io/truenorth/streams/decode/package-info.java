/** Decoding of records to valid touchpoints or typed rejections. The only classes that depend on Avro's touchpoints. */
@NullMarked
package io.truenorth.streams.decode;

import org.jspecify.annotations.NullMarked;
