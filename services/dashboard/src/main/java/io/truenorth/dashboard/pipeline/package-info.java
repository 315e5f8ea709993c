/** Whether the picture can be trusted: what the other services tell of themselves, and how far this one has read. */
@NullMarked
package io.truenorth.dashboard.pipeline;

import org.jspecify.annotations.NullMarked;
