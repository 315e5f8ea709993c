/** Collects all that is known of a person: from the ledgers of the streams service, and from the topics. */
@NullMarked
package io.truenorth.cli.privacy.export;

import org.jspecify.annotations.NullMarked;
