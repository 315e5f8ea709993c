/** A tree of objectives, declared in YAML, held against what is measured. */
@NullMarked
package io.truenorth.dashboard.objectives;

import org.jspecify.annotations.NullMarked;
