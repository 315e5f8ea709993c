/**
 * The scoring model as data: half-lives, weights, stage limits, kinds and answer scales.
 *
 * <p>Every record validates itself; {@link io.truenorth.relationship.model.InvalidModelException} lists every violation
 * with its path. All types are immutable.
 */
@NullMarked
package io.truenorth.relationship.model;

import org.jspecify.annotations.NullMarked;
