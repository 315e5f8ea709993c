package io.truenorth.cli.privacy.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A place where an identity stands.
 *
 * @param place the topic, or the file
 * @param position partition and offset, {@code 3-17}; the position of a byte or an entry in a file
 * @param parts the parts of the record in which it stands: key, value, headers; or content
 * @param trace the identity and its form
 * @param kind what kind of place it is
 * @param at the time of the record, or of the last change of the file; empty if it has none
 * @param beginsAt the time of the event or request that the record is, or the first day of the score: then a relationship began, or
 *     went on; empty if it is none of these
 * @param removal when the settings of the place remove it; empty if nothing does
 */
public record Finding(
        String place,
        String position,
        List<String> parts,
        Trace trace,
        Kind kind,
        Optional<Instant> at,
        Optional<Instant> beginsAt,
        Optional<Instant> removal) {

    /** What kind of place has a finding. */
    public enum Kind {
        /** A record of a topic whose records are deleted in time. */
        LOG,
        /** The latest record of its key on a compacted topic. */
        TABLE,
        /** A record of a compacted topic that a later one of its key replaces. */
        REPLACED,
        /** The record of a compacted topic that deletes its key. */
        TOMBSTONE,
        /** An entry in a file of a state store. */
        STORE,
        /** Another file. */
        FILE
    }

    /** The same record, replaced by a later one. */
    Finding replaced(Optional<Instant> newRemoval) {
        return new Finding(place, position, parts, trace, Kind.REPLACED, at, beginsAt, newRemoval);
    }
}
