package io.truenorth.standalone.demo;

/**
 * Options of the simulation.
 *
 * @param simulated whether there are simulated customers
 * @param customers number of customers, at the first start
 * @param seed seed of the simulation, at the first start
 */
public record DemoOptions(boolean simulated, int customers, long seed) {}
