/** What the integration tests of the services share. */
@NullMarked
package io.truenorth.testsupport;

import org.jspecify.annotations.NullMarked;
