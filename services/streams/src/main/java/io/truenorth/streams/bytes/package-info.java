/**
 * The binary format of stored values: variable-length numbers, texts, and keys whose byte order is the order of their
 * parts.
 */
@NullMarked
package io.truenorth.streams.bytes;

import org.jspecify.annotations.NullMarked;
