package io.truenorth.benchmarks.load;

/**
 * The size of a load.
 *
 * @param seed of all random choices
 * @param events touchpoints of a load that is written before it is processed
 * @param customers whom these concern
 * @param customersOnDisk customers with a history before the live loads start
 * @param until the end of the year in which the events occurred, epoch ms
 */
public record WorkloadSize(long seed, int events, int customers, int customersOnDisk, long until) {}
