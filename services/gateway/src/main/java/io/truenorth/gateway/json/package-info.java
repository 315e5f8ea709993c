/**
 * Strict JSON: Jackson's nodes, read within limits, with numbers kept as they are written and every member given once. What is
 * wrong with a value but leaves the rest of a batch readable is one of its {@link io.truenorth.gateway.json.Violations}, with its
 * JSON pointer.
 */
@NullMarked
package io.truenorth.gateway.json;

import org.jspecify.annotations.NullMarked;
