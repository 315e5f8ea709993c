/** The HTTP client of the streams service: single customers and the export of all scores. */
@NullMarked
package io.truenorth.cli.query;

import org.jspecify.annotations.NullMarked;
