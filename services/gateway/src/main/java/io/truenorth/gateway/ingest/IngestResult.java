package io.truenorth.gateway.ingest;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.ingest.Translation.Outcome;
import io.truenorth.schemas.FailedId;
import io.truenorth.schemas.FailureReason;
import java.util.List;
import java.util.Map;
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

    /**
     * Something that was accepted but cannot become a touchpoint. It is stored as it was sent, to be replayed after a repair.
     *
     * @param original as it was sent, a body or one item of a batch
     * @param reason why it failed
     * @param path where in it, as a JSON pointer; empty for the whole
     * @param message what was found and what was expected, without personal data
     * @param source the name of the source that sent it
     * @param receivedAt when it arrived, epoch ms
     * @param headers the headers that its meaning depends on, by name
     */
    public record FailedEvent(
            String original,
            FailureReason reason,
            String path,
            String message,
            String source,
            long receivedAt,
            Map<String, String> headers) {

        /** Keeps an immutable copy. */
        public FailedEvent {
            headers = Map.copyOf(headers);
        }

        /** The bytes of the original. */
        byte[] bytes() {
            return original.getBytes(ReceivedMessage.charset(headers));
        }

        /** This, with the number of other parts of the same message that fail for the same reason. */
        FailedEvent withOthers(long others) {
            String more = "; and " + others + (others == 1 ? " more part of it" : " more parts of it");
            return new FailedEvent(original, reason, path, message + more, source, receivedAt, headers);
        }

        static FailedEvent of(ReceivedMessage message, Sender sender, Outcome.Failed failure) {
            return new FailedEvent(
                    message.body(),
                    failure.reason(),
                    failure.path(),
                    failure.message(),
                    sender.name(),
                    message.receivedAt(),
                    message.headers());
        }
    }

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

    /** The number of events that are stored, as touchpoints or as failed. */
    public int stored() {
        return touchpoints.size() + failed.size();
    }
}
