package io.truenorth.dashboard.customers;

import io.truenorth.contract.Stage;

/**
 * The last time that a customer fell from a stage.
 *
 * @param from the stage that was lost
 * @param at when it was found, epoch ms
 */
public record Slip(Stage from, long at) {}
