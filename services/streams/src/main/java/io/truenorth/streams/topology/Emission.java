package io.truenorth.streams.topology;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.StageTransition;
import io.truenorth.streams.decode.MisplacedTouchpoint;
import io.truenorth.streams.rollup.ScopeAggregate;
import org.jspecify.annotations.Nullable;

/** What folding and scoring gives out; each kind goes to a topic of its own. */
sealed interface Emission {

    /** A customer's score; null where it is withdrawn, which the topic holds as a tombstone. */
    record Scored(@Nullable RelationshipScore score) implements Emission {}

    /** A customer's change of stage. */
    record Moved(StageTransition transition) implements Emission {}

    /** The difference that a commit makes to a scope. */
    record Changed(ScopeAggregate difference) implements Emission {}

    /** A record that is not scored, with its value as received. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as received; nobody compares them
    record Rejected(byte @Nullable [] value) implements Emission {}

    /** A record that belongs to another partition. */
    record Misplaced(MisplacedTouchpoint touchpoint) implements Emission {}
}
