/** What every benchmark needs: processes of their own for what is measured, a broker and a registry, and an end to it all. */
@NullMarked
package io.truenorth.benchmarks.machinery;

import org.jspecify.annotations.NullMarked;
