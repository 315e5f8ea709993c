package io.truenorth.dashboard.scopes;

import io.truenorth.contract.Stage;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.TransitionCause;
import java.util.Map;

/** A move between stages for tests, a word at a time. */
public final class Move {
    private final StageTransition.Builder transition = StageTransition.newBuilder()
            .setCustomer("crm:ann")
            .setScore(0)
            .setCause(TransitionCause.UNSPECIFIED)
            .setModelId("default")
            .setModelVersion(1);

    private Move() {}

    public static Move aMove() {
        return new Move();
    }

    public Move from(Stage stage) {
        transition.setFrom(stage);
        return this;
    }

    public Move to(Stage stage) {
        transition.setTo(stage);
        return this;
    }

    public Move at(long millis) {
        transition.setAt(millis);
        return this;
    }

    /** Of a customer with one attribute. */
    public Move of(String attribute, String value) {
        transition.setAttributes(Map.of(attribute, value));
        return this;
    }

    public StageTransition made() {
        return transition.build();
    }
}
