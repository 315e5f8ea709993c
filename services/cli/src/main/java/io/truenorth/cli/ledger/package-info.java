/** {@code truenorth ledger}: exports what is stored of all customers to a file, and imports it. */
@NullMarked
package io.truenorth.cli.ledger;

import org.jspecify.annotations.NullMarked;
