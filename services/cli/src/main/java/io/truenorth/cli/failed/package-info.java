/**
 * What became no score, and what is done about it: {@link io.truenorth.cli.failed.FailedRecords} reads {@code
 * touchpoints-failed} beside {@code touchpoints-failed-resolved}, {@link io.truenorth.cli.failed.Replays} sends records again
 * by the way that they came, {@link io.truenorth.cli.failed.Resolutions} writes down what was done.
 */
@NullMarked
package io.truenorth.cli.failed;

import org.jspecify.annotations.NullMarked;
