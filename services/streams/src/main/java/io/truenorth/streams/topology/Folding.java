package io.truenorth.streams.topology;

import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.identity.IdentityHash;
import io.truenorth.streams.customer.CustomerJoins;
import io.truenorth.streams.customer.ErasurePlaces;
import io.truenorth.streams.customer.JoinOutput;
import io.truenorth.streams.customer.Relationships;
import io.truenorth.streams.decode.DecodeResult;
import io.truenorth.streams.decode.ImportedPart;
import io.truenorth.streams.decode.Origin;
import io.truenorth.streams.decode.Placement;
import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.decode.RejectedRecord;
import io.truenorth.streams.decode.TouchpointDecoder;
import io.truenorth.streams.decode.ValidTouchpoint;
import io.truenorth.streams.identity.JoinMessage;
import io.truenorth.streams.identity.JoinMessageBatch;
import io.truenorth.streams.store.WriteBehindStore;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Adds decoded records to their customers or rejects them, for the processors of touchpoints, messages and imports; the only
 * place of this service that sends records to {@code touchpoints-failed}.
 */
final class Folding implements JoinOutput {
    private final WriteBehindStore<Relationships> store;
    private final ProcessorContext<byte[], Object> context;
    private final Placement placement;
    private final CustomerJoins joins;
    private final String failed;

    /**
     * Creates the folding of a processor.
     *
     * @param places where data of an erased customer is
     * @param failed the output of rejected records
     */
    Folding(
            WriteBehindStore<Relationships> store,
            ProcessorContext<byte[], Object> context,
            TopologyPlan plan,
            ErasurePlaces places,
            TouchpointDecoder decoder,
            String failed) {
        this.store = store;
        this.context = context;
        this.failed = failed;
        this.placement = plan.placement();
        int partition = context.taskId().partition();
        joins = new CustomerJoins(
                store.buffer(),
                plan.joins(),
                decoder::read,
                key -> placement.of(key) == partition,
                placement.keys(),
                places,
                this);
    }

    /** Returns the record that the processor has received, with its place. */
    ReceivedRecord received(Record<byte[], byte[]> record) {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        Origin origin = new Origin(metadata.topic(), metadata.partition(), metadata.offset(), record.timestamp());
        return new ReceivedRecord(record.key(), record.value(), record.headers(), origin);
    }

    /** Adds a touchpoint to its customer, or rejects the record. */
    void fold(ReceivedRecord received, DecodeResult result) {
        if (result instanceof ValidTouchpoint touchpoint) {
            joins.receive(received, touchpoint);
        } else {
            RejectedRecord why = (RejectedRecord) result;
            store.buffer().countFailed(why.reason());
            reject(received, why);
        }
    }

    /** Handles messages about identities, in a record of this time. */
    void handleMessages(byte[] value, long timestamp) {
        JoinMessageBatch.read(value, timestamp, joins::handle);
    }

    /** Rejects touchpoints that have waited long enough for the owner of their reference. */
    void expireReferences() {
        joins.expireReferences();
    }

    /** Unites an imported part with its customer, or rejects the record; counted apart from touchpoints. */
    void unite(ReceivedRecord received, DecodeResult result) {
        Relationships relationships = store.buffer();
        relationships.countImportReceived();
        if (result instanceof ImportedPart part) {
            joins.unite(part, received.origin().timestamp());
        } else {
            relationships.countImportFailed();
            reject(received, (RejectedRecord) result);
        }
    }

    /** Handles a request of this time about identities. */
    void handle(IdentityRequest request, long requestedAt) {
        joins.handle(request, requestedAt);
    }

    @Override
    public void send(JoinMessage message, long causedAt) {
        store.buffer().send(placement.of(message.key()), message, causedAt);
    }

    @Override
    public void publish(IdentityEvent event) {
        forward(event.getCustomer(), event, event.getAt(), Outputs.IDENTITY_EVENTS);
    }

    @Override
    public void publish(String identity, PrivacyReceipt receipt) {
        String key = receipt.getRequestId() + "/" + IdentityHash.of(identity);
        forward(key, receipt, receipt.getExecutedAt(), Outputs.RECEIPTS);
    }

    @Override
    public void redirect(String customer, @Nullable String into, long causedAt) {
        forward(customer, into, causedAt, Outputs.REDIRECTS);
    }

    /** The outputs are those of the processor of touchpoints, whichever is running. */
    private void forward(String key, @Nullable Object value, long at, String output) {
        Record<byte[], Object> record = new Record<>(key.getBytes(StandardCharsets.UTF_8), value, at);
        store.asPublisher(() -> context.forward(record, output));
    }

    @Override
    @SuppressWarnings("NullAway") // the key of a rejected record is as received: it may be null
    public void reject(ReceivedRecord received, RejectedRecord why) {
        ReceivedRecord kept = received.isOversized() ? received.withoutContent() : received;
        Headers headers = new RecordHeaders(kept.headers());
        why.of(kept.origin()).addTo(headers);
        context.forward(new Record<>(kept.key(), kept.value(), kept.origin().timestamp(), headers), failed);
    }
}
