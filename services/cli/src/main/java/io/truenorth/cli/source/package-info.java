/** The command {@code source}: lists, shows and checks mappings of other systems' payloads. */
@NullMarked
package io.truenorth.cli.source;

import org.jspecify.annotations.NullMarked;
