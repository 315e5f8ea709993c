package io.truenorth.streams.customer;

import io.truenorth.contract.TransitionCause;
import io.truenorth.relationship.score.Stage;
import io.truenorth.streams.customer.ScoringResult.ScoreUpdate;
import io.truenorth.streams.identity.JoinMessageBatch;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what changed of customers: scores and transitions at once, the differences that they make to the aggregates of
 * each scope when asked. Sends messages to other customers.
 */
final class CustomerPublisher {
    private final ScoreMapping mapping;
    private final AdvocacyDeltas deltas = new AdvocacyDeltas();
    private Optional<Publications> publications = Optional.empty();
    private long newestArrival = Long.MIN_VALUE;

    CustomerPublisher(ScoreMapping mapping) {
        this.mapping = mapping;
    }

    /** Sets the output; must be called before any other method. */
    void publishTo(Publications output) {
        publications = Optional.of(output);
    }

    /**
     * Publishes a customer's score, and the change of stage if there is one.
     *
     * @param before the score published before; null if none was
     * @param importedStage the stage that was published where the customer was exported
     * @param earliestChange the earliest day changed; empty if none
     */
    void publish(
            LiveCustomer customer,
            @Nullable Published before,
            Stage importedStage,
            ScoreUpdate update,
            OptionalInt earliestChange,
            TransitionCause cause) {
        output().publish(mapping.score(customer, update, earliestChange));
        Stage from = before == null ? importedStage : before.stage();
        if (from != update.published().stage()) {
            output().publish(mapping.transition(
                    customer, from, update.explanation().snapshot(), cause));
        }
        if (!isMove(cause)) {
            deltas.addPast(before, update.published());
        } else {
            deltas.add(before, update.published());
        }
    }

    /**
     * Withdraws the score of a customer of whom nothing is left, or who may not be scored.
     *
     * @param before the score published before
     * @param now epoch ms
     */
    void withdraw(LiveCustomer customer, Published before, long now, TransitionCause cause) {
        long at = Math.max(now, before.scoredAt());
        output().withdraw(customer.id(), at);
        if (before.stage() != Stage.UNKNOWN) {
            output().publish(mapping.withdrawal(customer, before.stage(), at, cause));
        }
        deltas.remove(before, at, isMove(cause));
    }

    /**
     * Withdraws the score of a customer who was erased. Nothing new is said of them.
     *
     * @param before the score published before
     * @param now epoch ms
     */
    void forget(LiveCustomer customer, Published before, long now) {
        long at = Math.max(now, before.scoredAt());
        output().withdraw(customer.id(), at);
        deltas.remove(before, at, false);
    }

    /** A loaded past, a join, a split and a change of consent make nobody move. */
    private static boolean isMove(TransitionCause cause) {
        return cause != TransitionCause.LATE_TOUCHPOINT && cause != TransitionCause.MERGE;
    }

    /** Tells of a touch in what is published next, with the time of its arrival, epoch ms. */
    void arrived(long at) {
        newestArrival = Math.max(newestArrival, at);
    }

    /**
     * Publishes the differences since the last call. In a backlog they are as old as its touches, so that they are no reason
     * to commit early.
     */
    void publishDeltas() {
        long arrivedAt = newestArrival;
        deltas.drainTo((scope, difference) ->
                output().publish(scope, difference, arrivedAt == Long.MIN_VALUE ? difference.at() : arrivedAt));
        newestArrival = Long.MIN_VALUE;
    }

    /** Has the tables and the store compacted, as of a time, epoch ms. */
    void compact(long at) {
        output().compact(at);
    }

    /** Sends messages to a partition. */
    void send(JoinMessageBatch messages) {
        output().send(messages);
    }

    /** Discards the differences since they were last published. */
    void discard() {
        deltas.discard();
        newestArrival = Long.MIN_VALUE;
    }

    private Publications output() {
        return publications.orElseThrow(() -> new IllegalStateException("not open"));
    }
}
