package io.truenorth.dashboard.api.response;

import io.truenorth.contract.Stage;
import java.time.Instant;
import java.util.List;

/** Customers who stand at another stage than at the beginning of a period. */
public record FlowResponse(int days, Instant from, List<Move> moves, long up, long down, long newAdvocates) {

    /** Customers who came from one stage to another. */
    public record Move(Stage from, Stage to, long customers) {}
}
