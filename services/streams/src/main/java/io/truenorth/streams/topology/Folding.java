package io.truenorth.streams.topology;

import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.intake.Arrival;
import io.truenorth.streams.intake.Reading;
import io.truenorth.streams.intake.ReceivedRecord;
import io.truenorth.streams.intake.Refusal;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What both ways into the ledgers end with: the touch is folded, or the record is refused. The one way to a refusal. */
final class Folding {
    private final Relationships relationships;
    private final ProcessorContext<byte[], Emission> context;

    Folding(Relationships relationships, ProcessorContext<byte[], Emission> context) {
        this.relationships = relationships;
        this.context = context;
    }

    void fold(ReceivedRecord received, Reading reading) {
        Optional<Refusal> refusal =
                reading instanceof Refusal unreadable ? Optional.of(unreadable) : relationships.fold((Arrival) reading);
        refusal.ifPresent(why -> refuse(received, why));
    }

    @SuppressWarnings("NullAway") // the key of a refused record is as received: it may be null
    private void refuse(ReceivedRecord received, Refusal why) {
        relationships.countFailed(why.reason());
        ReceivedRecord kept = received.isOversized() ? received.withoutContent() : received;
        Headers headers = new RecordHeaders(kept.headers());
        why.of(kept.origin()).addTo(headers);
        context.forward(new Record<>(
                kept.key(), new Emission.Refused(kept.value()), kept.origin().timestamp(), headers));
    }
}
