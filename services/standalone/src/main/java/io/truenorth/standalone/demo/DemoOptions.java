package io.truenorth.standalone.demo;

/**
 * What a demo shows beside the system.
 *
 * @param simulated whether there are simulated customers
 * @param customers how many, at the first start
 * @param seed decides their lives, at the first start
 */
public record DemoOptions(boolean simulated, int customers, long seed) {}
