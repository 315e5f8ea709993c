/**
 * Customers that nobody met, with lives that can be believed: they get to know a brand, form habits, are delighted or run
 * into trouble, recover or leave, and some of them speak for it and bring others. {@link
 * io.truenorth.simulator.Simulation} yields their touches with the brand in the order in which they become known, {@link
 * io.truenorth.simulator.ExpectedScores} keeps what a correct system must make of them, {@link io.truenorth.simulator.Traffic}
 * sends them when their time has come.
 *
 * <p>A simulation is a pure function of its configuration: the same seed gives the same customers, touches and ids,
 * whatever the clock says. One thread owns a simulation, its truth and its traffic.
 */
@NullMarked
package io.truenorth.simulator;

import org.jspecify.annotations.NullMarked;
