/** Whether what the dashboard shows can be trusted: the status of the other services, and how far this one has read. */
@NullMarked
package io.truenorth.dashboard.pipeline;

import org.jspecify.annotations.NullMarked;
