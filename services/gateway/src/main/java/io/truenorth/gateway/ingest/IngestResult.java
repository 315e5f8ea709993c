package io.truenorth.gateway.ingest;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.schemas.FailedId;
import java.util.List;
import java.util.Optional;

/**
 * What became of what a sender sent.
 *
 * @param sender who sent it
 * @param touchpoints what can be scored
 * @param failed what is stored until it can be replayed
 * @param ignored why each of the other parts is ignored
 * @param replayOf the failed record that was replayed, if this is a replay
 */
public record IngestResult(
        Sender sender,
        List<Touchpoint> touchpoints,
        List<FailedEvent> failed,
        List<String> ignored,
        Optional<FailedId> replayOf) {

    /** Keeps immutable copies. */
    public IngestResult {
        touchpoints = List.copyOf(touchpoints);
        failed = List.copyOf(failed);
        ignored = List.copyOf(ignored);
    }

    /** Touchpoints alone. */
    public static IngestResult of(Sender sender, List<Touchpoint> touchpoints) {
        return new IngestResult(sender, touchpoints, List.of(), List.of(), Optional.empty());
    }

    /** The same as the replay of a failed record. */
    public IngestResult asReplayOf(FailedId record) {
        return new IngestResult(sender, touchpoints, failed, ignored, Optional.of(record));
    }

    /** The number of events, whatever became of them. */
    public int events() {
        return touchpoints.size() + failed.size() + ignored.size();
    }
}
