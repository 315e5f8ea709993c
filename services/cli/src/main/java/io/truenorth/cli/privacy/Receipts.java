package io.truenorth.cli.privacy;

import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.MissingTopicException;
import io.truenorth.deployment.TopicTail;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The receipts of a deployment, by request id, as its topic has them. Not thread-safe. */
final class Receipts implements Closeable {
    private final Map<String, PrivacyReceipt> known = new LinkedHashMap<>();
    private final RecordSerdes serdes;
    private final TopicTail<PrivacyReceipt> topic;

    /**
     * Reads what the topic has now.
     *
     * @throws MissingTopicException if it is not provisioned
     */
    Receipts(Deployment deployment) {
        serdes = deployment.registry().serdes();
        topic = TopicTail.of(deployment, serdes, deployment.topics().topic(Topics.PRIVACY_RECEIPTS), Optional.empty());
        topic.catchUp(this::note);
    }

    private void note(String requestId, @Nullable PrivacyReceipt receipt) {
        if (receipt == null) {
            known.remove(requestId);
        } else {
            known.put(requestId, receipt);
        }
    }

    /** All receipts that were read. */
    Collection<PrivacyReceipt> all() {
        return known.values();
    }

    Optional<PrivacyReceipt> of(String requestId) {
        return Optional.ofNullable(known.get(requestId));
    }

    /** Reads what has come since; waits a moment if nothing has. */
    void readOn() {
        topic.readOn(this::note);
    }

    /** Waits for the receipt of a request; empty if it does not come in time. */
    Optional<PrivacyReceipt> await(String requestId, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (of(requestId).isEmpty() && System.nanoTime() < deadline) {
            readOn();
        }
        return of(requestId);
    }

    @Override
    public void close() throws IOException {
        topic.close();
        serdes.registry().close();
    }
}
