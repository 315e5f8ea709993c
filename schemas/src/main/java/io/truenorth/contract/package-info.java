/**
 * The records on the topics, generated from {@code src/main/avro}; {@code docs/contracts.md} lists them with units and
 * ranges. Generated code has no nullness annotations: a getter returns null exactly if its schema allows null.
 */
@NullUnmarked
package io.truenorth.contract;

import org.jspecify.annotations.NullUnmarked;
