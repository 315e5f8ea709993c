/** The benchmark of the commands that read files of histories: {@code truenorth score} and {@code truenorth replay}. */
@NullMarked
package io.truenorth.benchmarks.files;

import org.jspecify.annotations.NullMarked;
