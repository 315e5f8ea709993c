/**
 * JSON, read strictly: one value at a time, numbers as they are written, every key once, nothing deep. What is wrong with a
 * value but leaves the rest of a batch readable is a {@link io.truenorth.gateway.json.Violation} with its JSON pointer.
 */
@NullMarked
package io.truenorth.gateway.json;

import org.jspecify.annotations.NullMarked;
