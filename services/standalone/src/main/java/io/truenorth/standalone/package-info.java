/** The whole system in one process (the registry has its own): broker, registry, streams, gateway and dashboard, with
 * durable data in one directory. */
@NullMarked
package io.truenorth.standalone;

import org.jspecify.annotations.NullMarked;
