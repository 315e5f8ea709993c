/**
 * Health that tells the truth: named checks that say why not, asked anew for each answer, so that nothing is remembered
 * that is no longer so. A check answers at once; what takes time is watched by a thread of its own and the check reports
 * what it saw last.
 */
@NullMarked
package io.truenorth.service.health;

import org.jspecify.annotations.NullMarked;
