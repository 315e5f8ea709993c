/** The demo: a standalone system with simulated customers and a status line. */
@NullMarked
package io.truenorth.standalone.demo;

import org.jspecify.annotations.NullMarked;
