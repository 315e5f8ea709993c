/** Commands that compare scores with what customers did afterwards: {@code truenorth backtest} and {@code truenorth model tune}. */
@NullMarked
package io.truenorth.cli.backtest;

import org.jspecify.annotations.NullMarked;
