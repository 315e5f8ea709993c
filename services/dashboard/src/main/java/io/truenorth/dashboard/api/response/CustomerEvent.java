package io.truenorth.dashboard.api.response;

import io.truenorth.contract.Stage;
import java.math.BigDecimal;

/** The live event {@code customer}: the score of a customer whom the client follows changed. */
public record CustomerEvent(String id, BigDecimal points, Stage stage, BigDecimal change) {}
