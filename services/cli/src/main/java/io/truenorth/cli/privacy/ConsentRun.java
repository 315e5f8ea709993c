package io.truenorth.cli.privacy;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.gateway.GatewayFailedException;
import io.truenorth.cli.gateway.IdentityRequests;
import io.truenorth.cli.identity.StoredIdentity;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.identity.IdentityHash;
import io.truenorth.standalone.terminal.StatusOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Sends consents, several at a time, and waits for their receipts. */
final class ConsentRun {
    /** Requests under way at a time; a gateway handles more. */
    private static final int PARALLEL = 8;

    private final IdentityRequests requests;
    private final IdentityRules rules;
    private final Optional<String> requestId;
    private final StatusOutput output;

    /**
     * A run.
     *
     * @param rules by which identities are stored
     * @param requestId of a single consent; the beginning of the ids of several
     */
    ConsentRun(IdentityRequests requests, IdentityRules rules, Optional<String> requestId, StatusOutput output) {
        this.requests = requests;
        this.rules = rules;
        this.requestId = requestId;
        this.output = output;
    }

    /**
     * Requires that the receipts of all replace none of an erasure.
     *
     * @throws CommandFailure if one would
     */
    void requireNoConflict(List<ConsentChange> changes, Receipts receipts) {
        for (int i = 0; i < changes.size(); i++) {
            ConsentChange change = changes.get(i);
            idOf(i, changes.size()).ifPresent(id -> receipts.requireNoConflict(pending(id, change)));
        }
    }

    private PendingRequest pending(String id, ConsentChange change) {
        return PendingRequest.toSetConsent(
                id, StoredIdentity.find(change.identity(), rules).map(IdentityHash::of));
    }

    /**
     * Sends all.
     *
     * @return the requests, in order
     * @throws GatewayFailedException if the gateway does not take one; those before it are sent
     */
    List<PendingRequest> send(List<ConsentChange> changes) throws InterruptedException {
        ExecutorService senders = Executors.newFixedThreadPool(PARALLEL);
        try {
            List<Future<PendingRequest>> sent = new ArrayList<>();
            for (int i = 0; i < changes.size(); i++) {
                ConsentChange change = changes.get(i);
                Optional<String> id = idOf(i, changes.size());
                sent.add(senders.submit(
                        () -> pending(requests.send("/v1/privacy/consent", change.fields(), id), change)));
            }
            return results(sent);
        } finally {
            senders.shutdownNow();
            output.clearStatus();
        }
    }

    private Optional<String> idOf(int index, int count) {
        return requestId.map(id -> count == 1 ? id : id + "-" + (index + 1));
    }

    private List<PendingRequest> results(List<Future<PendingRequest>> sent) throws InterruptedException {
        List<PendingRequest> stored = new ArrayList<>();
        for (Future<PendingRequest> request : sent) {
            try {
                stored.add(request.get());
            } catch (ExecutionException e) {
                throw failed(e.getCause(), stored.size(), sent.size());
            }
            output.status(String.format(Locale.ROOT, "sent %,d of %,d consents", stored.size(), sent.size()));
        }
        return stored;
    }

    private static RuntimeException failed(@Nullable Throwable cause, int before, int all) {
        if (all > 1 && cause instanceof RuntimeException failure) {
            return new GatewayFailedException(String.format(
                    Locale.ROOT,
                    "%s; %,d of %,d consents were sent before, and the command may be repeated",
                    failure.getMessage(),
                    before,
                    all));
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    /**
     * Waits for all receipts, as long as some arrive.
     *
     * @param patience the longest time without a new one
     * @throws ReceiptMissingException if one does not come
     */
    void await(Receipts receipts, List<PendingRequest> sent, Duration patience) {
        List<PendingRequest> missing = new ArrayList<>(sent);
        long last = System.nanoTime();
        try {
            while (!missing.isEmpty()) {
                if (missing.removeIf(request -> receipts.of(request).isPresent())) {
                    last = System.nanoTime();
                } else if (System.nanoTime() - last > patience.toNanos()) {
                    throw new ReceiptMissingException(String.format(
                            Locale.ROOT,
                            "%,d of %,d requests have no receipt within %d s, the first is %s: they are stored, and are"
                                    + " executed once the streams service runs",
                            missing.size(),
                            sent.size(),
                            patience.toSeconds(),
                            missing.get(0).id()));
                } else {
                    receipts.readOn();
                }
                output.status(String.format(
                        Locale.ROOT, "%,d of %,d consents are set", sent.size() - missing.size(), sent.size()));
            }
        } finally {
            output.clearStatus();
        }
    }

    /**
     * What became of all.
     *
     * @param outdated how many were not set
     */
    static String summary(int all, int outdated) {
        return String.format(Locale.ROOT, "consents set: %,d", all - outdated)
                + (outdated == 0
                        ? ""
                        : String.format(Locale.ROOT, "; not changed, as a later consent is known: %,d", outdated));
    }
}
