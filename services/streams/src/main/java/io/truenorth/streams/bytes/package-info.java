/**
 * The binary form of what the stores keep: numbers of variable length, texts, and keys whose order as bytes is the order
 * of what they say.
 */
@NullMarked
package io.truenorth.streams.bytes;

import org.jspecify.annotations.NullMarked;
