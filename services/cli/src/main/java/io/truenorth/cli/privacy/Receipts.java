package io.truenorth.cli.privacy;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.MissingTopicException;
import io.truenorth.deployment.TopicTail;
import io.truenorth.documents.Excerpt;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The receipts of a deployment, as its topic has them. Not thread-safe. */
final class Receipts implements Closeable {
    private final Map<String, PrivacyReceipt> byKey = new LinkedHashMap<>();
    /** The receipts of each request id, by key: one for each person that it was used for. */
    private final Map<String, Map<String, PrivacyReceipt>> byRequest = new HashMap<>();

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

    private void note(String key, @Nullable PrivacyReceipt receipt) {
        PrivacyReceipt earlier = receipt == null ? byKey.remove(key) : byKey.put(key, receipt);
        if (earlier != null) {
            Objects.requireNonNull(byRequest.get(earlier.getRequestId())).remove(key);
        }
        if (receipt != null) {
            byRequest
                    .computeIfAbsent(receipt.getRequestId(), id -> new LinkedHashMap<>())
                    .put(key, receipt);
        }
    }

    /** All receipts that were read. */
    Collection<PrivacyReceipt> all() {
        return byKey.values();
    }

    /** The receipts of requests with an id. */
    Collection<PrivacyReceipt> ofId(String requestId) {
        return byRequest.getOrDefault(requestId, Map.of()).values();
    }

    /** The latest receipt of a request. */
    Optional<PrivacyReceipt> of(PendingRequest request) {
        return ofId(request.id()).stream()
                .filter(request::isAnsweredBy)
                .max(Comparator.comparingLong(PrivacyReceipt::getExecutedAt));
    }

    /**
     * Requires that the receipt of a request replaces none of a request of the other kind.
     *
     * @throws CommandFailure if it would
     */
    void requireNoConflict(PendingRequest request) {
        if (ofId(request.id()).stream().anyMatch(request::conflictsWith)) {
            throw new CommandFailure("--request-id: " + Excerpt.of(request.id()) + " is the id of a request to "
                    + (request.isErasure() ? "set consent" : "erase") + "; choose another one");
        }
    }

    /** Reads what has come since; waits a moment if nothing has. */
    void readOn() {
        topic.readOn(this::note);
    }

    /** Waits for the receipt of a request; empty if it does not come in time. */
    Optional<PrivacyReceipt> await(PendingRequest request, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (of(request).isEmpty() && System.nanoTime() < deadline) {
            readOn();
        }
        return of(request);
    }

    @Override
    public void close() throws IOException {
        topic.close();
        serdes.registry().close();
    }
}
