package io.truenorth.cli.privacy;

import io.truenorth.cli.gateway.GatewayFailedException;
import io.truenorth.cli.gateway.IdentityRequests;
import io.truenorth.contract.PrivacyOutcome;
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
    private final Optional<String> requestId;
    private final StatusOutput output;

    /** @param requestId of a single consent; the beginning of the ids of several */
    ConsentRun(IdentityRequests requests, Optional<String> requestId, StatusOutput output) {
        this.requests = requests;
        this.requestId = requestId;
        this.output = output;
    }

    /**
     * Sends all.
     *
     * @return the ids of the requests, in order
     * @throws GatewayFailedException if the gateway does not take one; those before it are sent
     */
    List<String> send(List<ConsentChange> changes) throws InterruptedException {
        ExecutorService senders = Executors.newFixedThreadPool(PARALLEL);
        try {
            List<Future<String>> sent = new ArrayList<>();
            for (int i = 0; i < changes.size(); i++) {
                ConsentChange change = changes.get(i);
                Optional<String> id = idOf(i, changes.size());
                sent.add(senders.submit(() -> requests.send("/v1/privacy/consent", change.fields(), id)));
            }
            return ids(sent);
        } finally {
            senders.shutdownNow();
            output.clearStatus();
        }
    }

    private Optional<String> idOf(int index, int count) {
        return requestId.map(id -> count == 1 ? id : id + "-" + (index + 1));
    }

    private List<String> ids(List<Future<String>> sent) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (Future<String> request : sent) {
            try {
                ids.add(request.get());
            } catch (ExecutionException e) {
                throw failed(e.getCause(), ids.size(), sent.size());
            }
            output.status(String.format(Locale.ROOT, "sent %,d of %,d consents", ids.size(), sent.size()));
        }
        return ids;
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
    void await(Receipts receipts, List<String> ids, Duration patience) {
        List<String> missing = new ArrayList<>(ids);
        long last = System.nanoTime();
        try {
            while (!missing.isEmpty()) {
                if (missing.removeIf(id -> receipts.of(id).isPresent())) {
                    last = System.nanoTime();
                } else if (System.nanoTime() - last > patience.toNanos()) {
                    throw new ReceiptMissingException(String.format(
                            Locale.ROOT,
                            "%,d of %,d requests have no receipt within %d s, the first is %s: they are stored, and are"
                                    + " executed once the streams service runs",
                            missing.size(),
                            ids.size(),
                            patience.toSeconds(),
                            missing.get(0)));
                } else {
                    receipts.readOn();
                }
                output.status(String.format(
                        Locale.ROOT, "%,d of %,d consents are set", ids.size() - missing.size(), ids.size()));
            }
        } finally {
            output.clearStatus();
        }
    }

    /** What became of all. */
    static String summary(Receipts receipts, List<String> ids) {
        long outdated = ids.stream()
                .flatMap(id -> receipts.of(id).stream())
                .filter(receipt -> receipt.getOutcome() == PrivacyOutcome.CONSENT_OUTDATED)
                .count();
        return String.format(Locale.ROOT, "consents set: %,d", ids.size() - outdated)
                + (outdated == 0
                        ? ""
                        : String.format(Locale.ROOT, "; not changed, as a later consent is known: %,d", outdated));
    }
}
