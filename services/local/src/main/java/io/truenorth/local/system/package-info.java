/** The whole of Truenorth in one process: broker, registry, streams and gateway, with durable data in one directory. */
@NullMarked
package io.truenorth.local.system;

import org.jspecify.annotations.NullMarked;
