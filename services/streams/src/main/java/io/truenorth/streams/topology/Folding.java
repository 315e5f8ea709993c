package io.truenorth.streams.topology;

import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.decode.DecodeResult;
import io.truenorth.streams.decode.ImportedPart;
import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.decode.RejectedRecord;
import io.truenorth.streams.decode.ValidTouchpoint;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Folds or rejects a decoded record, for the processors of touchpoints and of imports; the only place of this service that sends records to {@code
 * touchpoints-failed}.
 */
final class Folding {
    private final Relationships relationships;
    private final ProcessorContext<byte[], Object> context;
    private final String failed;

    /** @param failed the output of rejected records */
    Folding(Relationships relationships, ProcessorContext<byte[], Object> context, String failed) {
        this.relationships = relationships;
        this.context = context;
        this.failed = failed;
    }

    void fold(ReceivedRecord received, DecodeResult result) {
        Optional<RejectedRecord> rejected = result instanceof RejectedRecord unreadable
                ? Optional.of(unreadable)
                : relationships.fold((ValidTouchpoint) result);
        rejected.ifPresent(why -> {
            relationships.countFailed(why.reason());
            reject(received, why);
        });
    }

    /** Unites an imported part with its customer, or rejects the record; counted apart from touchpoints. */
    void unite(ReceivedRecord received, DecodeResult result) {
        relationships.countImportReceived();
        if (result instanceof ImportedPart part) {
            relationships.unite(part);
        } else {
            relationships.countImportFailed();
            reject(received, (RejectedRecord) result);
        }
    }

    @SuppressWarnings("NullAway") // the key of a rejected record is as received: it may be null
    private void reject(ReceivedRecord received, RejectedRecord why) {
        ReceivedRecord kept = received.isOversized() ? received.withoutContent() : received;
        Headers headers = new RecordHeaders(kept.headers());
        why.of(kept.origin()).addTo(headers);
        context.forward(new Record<>(kept.key(), kept.value(), kept.origin().timestamp(), headers), failed);
    }
}
