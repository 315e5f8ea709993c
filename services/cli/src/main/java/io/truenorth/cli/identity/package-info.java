/** The commands about the identities of customers. */
@NullMarked
package io.truenorth.cli.identity;

import org.jspecify.annotations.NullMarked;
