/**
 * Simulated customers with realistic lifecycles: they get to know a brand, become regular customers, have incidents that are
 * resolved or make them leave, and some become advocates who refer others. Each channel knows a person by other identities. {@link
 * io.truenorth.simulator.Simulation} yields their touches with the brand in the order in which they become known, {@link
 * io.truenorth.simulator.ExpectedScores} computes the customers and scores that a correct system must produce, {@link io.truenorth.simulator.Traffic}
 * sends them at their time.
 *
 * <p>A simulation is a pure function of its configuration: the same seed gives the same customers, touches and ids,
 * independent of the clock. A simulation, its expected scores and its traffic are used by a single thread.
 */
@NullMarked
package io.truenorth.simulator;

import org.jspecify.annotations.NullMarked;
