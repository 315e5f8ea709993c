/**
 * The command {@code failed}: {@link io.truenorth.cli.failed.FailedRecords} reads {@code touchpoints-failed} and {@code
 * touchpoints-failed-resolved}, {@link io.truenorth.cli.failed.Replays} sends records again to where they were received, {@link
 * io.truenorth.cli.failed.Resolutions} records the resolutions.
 */
@NullMarked
package io.truenorth.cli.failed;

import org.jspecify.annotations.NullMarked;
