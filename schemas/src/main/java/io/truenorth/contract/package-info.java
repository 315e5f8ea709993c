/**
 * The records on the topics, generated from {@code src/main/avro}; {@code docs/contracts.md} lists them with units and
 * ranges. Generated code knows no null markers: a getter returns null exactly where its schema says so.
 */
@NullUnmarked
package io.truenorth.contract;

import org.jspecify.annotations.NullUnmarked;
