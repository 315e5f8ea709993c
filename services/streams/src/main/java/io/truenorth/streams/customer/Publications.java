package io.truenorth.streams.customer;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.StageTransition;
import io.truenorth.streams.rollup.ScopeAggregate;

/** Where a partition publishes; what it is given belongs to the transaction that is under way. */
public interface Publications {

    /** A customer's score. */
    void publish(RelationshipScore score);

    /**
     * That a customer's score is withdrawn, as nothing is left of what it counted.
     *
     * @param at when, epoch ms
     */
    void withdraw(String customer, long at);

    /** A customer's change of stage. */
    void publish(StageTransition transition);

    /** The difference that a commit makes to a scope. */
    void publish(String scope, ScopeAggregate difference);
}
