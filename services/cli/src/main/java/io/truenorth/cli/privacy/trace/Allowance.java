package io.truenorth.cli.privacy.trace;

import io.truenorth.cli.privacy.trace.Finding.Kind;
import io.truenorth.cli.privacy.trace.Trace.Form;
import io.truenorth.contract.ErasedPlace;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the receipts of an erasure allow to be found: the hashes on receipts and in suppressions; and in the places on a receipt,
 * until the date there, what was stored before the erasure. What arrived later is another matter, see {@link Evaluation}.
 */
public final class Allowance {
    private final Names names;
    private final Instant now;
    private final boolean begunAnew;
    private final Optional<Instant> executedAt;
    private final Map<String, Instant> goneBy = new HashMap<>();

    /**
     * What is to be thought of a finding.
     *
     * @param allowed whether the receipts allow it
     * @param why the reason in a few words
     * @param removal when it is gone; empty if that is not known
     */
    public record Evaluation(boolean allowed, String why, Optional<Instant> removal) {
        static Evaluation allowed(String why, Optional<Instant> removal) {
            return new Evaluation(true, why, removal);
        }

        static Evaluation left(String why, Optional<Instant> removal) {
            return new Evaluation(false, why, removal);
        }
    }

    /**
     * The names of places.
     *
     * @param topics the topics of the deployment
     * @param applicationId of its streams service, with which the names of internal topics begin
     */
    public record Names(TopicCatalogue topics, String applicationId) {
        private static final String STORE = "customers";

        boolean isReceipts(String place) {
            return place.equals(topics.topic(Topics.PRIVACY_RECEIPTS).name());
        }

        boolean isIdentityEvents(String place) {
            return place.equals(topics.topic(Topics.IDENTITY_EVENTS).name());
        }

        boolean isImports(String place) {
            return place.equals(topics.topic(Topics.LEDGER_IMPORTS).name());
        }

        boolean isInternal(String place) {
            return place.startsWith(applicationId + "-");
        }

        /** The names under which a receipt may list a place. */
        List<String> onReceipt(Finding finding) {
            String place = finding.place();
            if (finding.kind() == Kind.STORE) {
                return List.of(STORE);
            }
            if (!isInternal(place)) {
                String prefix = topics.prefix();
                return place.startsWith(prefix) ? List.of(place, place.substring(prefix.length())) : List.of(place);
            }
            String plain = place.substring(applicationId.length() + 1);
            return List.of(place, plain, plain.replaceFirst("-(changelog|repartition)$", ""));
        }
    }

    /**
     * What some receipts allow.
     *
     * @param receipts of erasures of the person; none if the person was not erased
     * @param findings everything that was found, which tells whether the person began anew
     */
    public Allowance(Names names, List<PrivacyReceipt> receipts, List<Finding> findings, Instant now) {
        this.names = names;
        this.now = now;
        this.executedAt = receipts.stream()
                .map(receipt -> Instant.ofEpochMilli(receipt.getExecutedAt()))
                .max(Instant::compareTo);
        receipts.stream().flatMap(receipt -> receipt.getPlaces().stream()).forEach(this::note);
        boolean mayBeginAnew =
                receipts.stream().allMatch(receipt -> receipt.getLaterEvents() == LaterEvents.BEGIN_ANEW);
        this.begunAnew = mayBeginAnew && findings.stream().anyMatch(this::isOfTheTimeAfter);
    }

    private void note(ErasedPlace place) {
        goneBy.merge(
                place.getPlace(),
                Instant.ofEpochMilli(place.getGoneBy()),
                (one, other) -> one.isAfter(other) ? one : other);
    }

    /** A new event, or a new request, which may begin a new relationship. */
    private boolean isOfTheTimeAfter(Finding finding) {
        return finding.trace().form() == Form.PLAIN
                && finding.beginsAt().filter(this::isAfter).isPresent();
    }

    private boolean isAfter(Instant at) {
        return executedAt.filter(at::isAfter).isPresent();
    }

    /** When the person was erased the last time; empty if never. */
    public Optional<Instant> executedAt() {
        return executedAt;
    }

    /** Judges a finding. */
    public Evaluation of(Finding finding) {
        if (finding.trace().form() == Form.VALUE) {
            return Evaluation.allowed("the value alone, which may be another's", finding.removal());
        }
        if (executedAt.isEmpty()) {
            return Evaluation.left("was never erased", finding.removal());
        }
        if (finding.trace().form() == Form.HASHED) {
            return ofHash(finding);
        }
        boolean later = finding.at().filter(this::isAfter).isPresent() && finding.kind() != Kind.REPLACED;
        return later ? ofLater(finding) : ofEarlier(finding);
    }

    private Evaluation ofHash(Finding finding) {
        String place = finding.place();
        if (names.isReceipts(place)) {
            return Evaluation.allowed("the receipt", Optional.empty());
        }
        if (names.isIdentityEvents(place)) {
            return Evaluation.allowed("tells consumers of the erasure", finding.removal());
        }
        if (finding.kind() == Kind.STORE || (names.isInternal(place) && finding.kind() != Kind.LOG)) {
            return Evaluation.allowed("the suppression", Optional.empty());
        }
        if (names.isInternal(place) || names.isImports(place)) {
            return Evaluation.allowed("a suppression on its way", finding.removal());
        }
        return Evaluation.left("a hash where none belongs", finding.removal());
    }

    private Evaluation ofEarlier(Finding finding) {
        Optional<Instant> promised = names.onReceipt(finding).stream()
                .filter(goneBy::containsKey)
                .map(goneBy::get)
                .max(Instant::compareTo);
        if (promised.isEmpty()) {
            return finding.kind() == Kind.FILE
                    ? Evaluation.left("a file: delete it, or make it again", Optional.empty())
                    : Evaluation.left("not on the receipt", finding.removal());
        }
        if (now.isAfter(promised.get())) {
            return begunAnew && finding.at().isEmpty()
                    ? Evaluation.allowed("began anew", finding.removal())
                    : Evaluation.left("overdue", promised);
        }
        return Evaluation.allowed("on the receipt", promised);
    }

    private Evaluation ofLater(Finding finding) {
        if (finding.kind() == Kind.LOG) {
            return Evaluation.allowed("arrived after the erasure", finding.removal());
        }
        return begunAnew
                ? Evaluation.allowed("began anew", finding.removal())
                : Evaluation.left("stored again after the erasure", finding.removal());
    }
}
