/** What becomes of the payloads of a source, for people who write its document. */
@NullMarked
package io.truenorth.local.sources;

import org.jspecify.annotations.NullMarked;
