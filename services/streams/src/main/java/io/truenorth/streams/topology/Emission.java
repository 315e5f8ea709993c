package io.truenorth.streams.topology;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.StageTransition;
import io.truenorth.streams.decode.MisplacedTouchpoint;
import io.truenorth.streams.rollup.ScopeAggregate;
import org.jspecify.annotations.Nullable;

/** Output of folding and scoring; each type goes to a topic of its own. */
sealed interface Emission {

    /** A customer's score; null if withdrawn, published as a tombstone. */
    record Scored(@Nullable RelationshipScore score) implements Emission {}

    /** A change of a customer's stage. */
    record Moved(StageTransition transition) implements Emission {}

    /** The change that a commit makes to a scope. */
    record Changed(ScopeAggregate difference) implements Emission {}

    /** A rejected record, with its value as received. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as received; never compared
    record Rejected(byte @Nullable [] value) implements Emission {}

    /** A record that belongs on another partition. */
    record Misplaced(MisplacedTouchpoint touchpoint) implements Emission {}
}
