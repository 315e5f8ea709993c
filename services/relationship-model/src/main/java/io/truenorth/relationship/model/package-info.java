/**
 * The scoring model as data: half-lives, weights, stage limits, kinds and answer scales, with closed operators only.
 *
 * <p>Every record checks itself; {@link io.truenorth.relationship.model.InvalidModelException} names all that is wrong
 * by its path. All types are immutable.
 */
@NullMarked
package io.truenorth.relationship.model;

import org.jspecify.annotations.NullMarked;
