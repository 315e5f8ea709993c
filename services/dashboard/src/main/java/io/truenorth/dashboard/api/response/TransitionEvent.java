package io.truenorth.dashboard.api.response;

import io.truenorth.contract.Stage;

/** The live event {@code transition}: customers moved from one stage to another. */
public record TransitionEvent(Stage from, Stage to, long count) {}
