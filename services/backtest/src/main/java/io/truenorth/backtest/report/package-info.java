/** The result of a backtest as one HTML page with charts that needs nothing else: no script, font or image from elsewhere. */
@NullMarked
package io.truenorth.backtest.report;

import org.jspecify.annotations.NullMarked;
