package io.truenorth.streams.customer;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.StageTransition;
import io.truenorth.streams.identity.JoinMessageBatch;
import io.truenorth.streams.rollup.ScopeAggregate;

/** The output of a partition; everything published is part of the current transaction. */
public interface Publications {

    /** Publishes a customer's score. */
    void publish(RelationshipScore score);

    /**
     * Withdraws the score of a customer whose ledger is empty, or who may not be scored.
     *
     * @param at when, epoch ms
     */
    void withdraw(String customer, long at);

    /** Publishes a change of a customer's stage. */
    void publish(StageTransition transition);

    /**
     * Publishes the change that a commit makes to a scope.
     *
     * @param arrivedAt the arrival of the newest touch in the commit, or if there is none the time of the change, epoch ms
     */
    void publish(String scope, ScopeAggregate difference, long arrivedAt);

    /**
     * Appends a record that says nothing to each table, so that Kafka closes and compacts their segments; sends a message
     * that says nothing to the partition itself, so that Kafka Streams deletes those before; and writes what the store has in
     * memory to its files, so that RocksDB compacts these.
     *
     * @param at when, epoch ms
     */
    void compact(long at);

    /** Sends messages to a partition. */
    void send(JoinMessageBatch messages);
}
