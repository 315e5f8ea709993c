/** The state of the pipeline: the status of the other services, and the read positions of this one. */
@NullMarked
package io.truenorth.dashboard.pipeline;

import org.jspecify.annotations.NullMarked;
