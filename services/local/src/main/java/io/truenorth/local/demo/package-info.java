/** What {@code truenorth demo} shows and simulates beside the system itself. */
@NullMarked
package io.truenorth.local.demo;

import org.jspecify.annotations.NullMarked;
