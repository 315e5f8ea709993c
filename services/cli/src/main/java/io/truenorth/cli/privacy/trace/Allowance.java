package io.truenorth.cli.privacy.trace;

import io.truenorth.cli.privacy.trace.Finding.Kind;
import io.truenorth.cli.privacy.trace.Trace.Form;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.schemas.RemovalDate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the receipts of erasures allow to be found of an identity: its hash on receipts, in suppressions and in files; and in the
 * places on a receipt, until the date there, what was stored before the erasure and is deleted by now. Each finding is judged by the
 * receipts that have that very identity, and of these by the first one after it was stored. What arrived later is another matter, see
 * {@link Evaluation}.
 */
public final class Allowance {
    /** What other customers have of a person is removed within this time. */
    private static final Duration SWEEP = Duration.ofDays(1);

    private static final Instant NEVER = Instant.ofEpochMilli(RemovalDate.NEVER);

    private final PlaceNames names;
    private final Instant now;
    private final Map<String, IdentityErasures> byHash = new HashMap<>();
    private final NewRelationships newRelationships;

    /** What is to be thought of a finding. */
    public enum Judgement {
        /** Allowed by a receipt, or no trace of the time before the erasure. */
        ALLOWED,
        /** Of a new relationship that began after the erasure. */
        NEW_RELATIONSHIP,
        /** In a place on the receipt, after the date there. */
        OVERDUE,
        /** Not allowed by the receipts of the identity. */
        VIOLATION,
        /** No receipt of an erasure has the identity. */
        NOT_ERASED;

        /** Whether nothing has to be done about the finding. */
        public boolean isAllowed() {
            return this == ALLOWED || this == NEW_RELATIONSHIP;
        }

        /** Whether the identity was erased, and its receipts do not allow the finding. */
        public boolean isViolation() {
            return this == OVERDUE || this == VIOLATION;
        }
    }

    /**
     * What is to be thought of a finding.
     *
     * @param judgement the result
     * @param why the reason in a few words
     * @param removal when it is gone; empty if that is not known
     */
    public record Evaluation(Judgement judgement, String why, Optional<Instant> removal) {
        static Evaluation allowed(String why, Optional<Instant> removal) {
            return new Evaluation(Judgement.ALLOWED, why, removal);
        }

        static Evaluation ofNewRelationship(Optional<Instant> removal) {
            return new Evaluation(Judgement.NEW_RELATIONSHIP, "of a new relationship since the erasure", removal);
        }

        static Evaluation overdue(Instant since) {
            return new Evaluation(Judgement.OVERDUE, "overdue", Optional.of(since));
        }

        static Evaluation violation(String why, Optional<Instant> removal) {
            return new Evaluation(Judgement.VIOLATION, why, removal);
        }

        static Evaluation withoutLimit() {
            return violation("kept without a limit: set one", Optional.empty());
        }
    }

    /**
     * What some receipts allow.
     *
     * @param receipts of erasures of the person; none if the person was not erased
     * @param findings everything that was found, which tells whether a new relationship began
     */
    public Allowance(PlaceNames names, List<PrivacyReceipt> receipts, List<Finding> findings, Instant now) {
        this.names = names;
        this.now = now;
        Map<String, List<ErasureReceipt>> erasures = new HashMap<>();
        receipts.forEach(receipt -> receipt.getIdentities()
                .forEach(hash ->
                        erasures.computeIfAbsent(hash, key -> new ArrayList<>()).add(ErasureReceipt.of(receipt))));
        erasures.forEach((hash, ofIdentity) -> byHash.put(hash, new IdentityErasures(ofIdentity)));
        newRelationships = new NewRelationships(names, findings, now);
    }

    private static String hash(Finding finding) {
        return finding.trace().hash();
    }

    /** When an identity was erased the last time; empty if never. */
    public Optional<Instant> erasedAt(String hash) {
        return Optional.ofNullable(byHash.get(hash))
                .map(erasures -> erasures.last().executedAt());
    }

    /** When any of the identities was erased the last time; empty if none ever was. */
    public Optional<Instant> executedAt() {
        return byHash.values().stream()
                .map(erasures -> erasures.last().executedAt())
                .max(Instant::compareTo);
    }

    /** Judges a finding. */
    public Evaluation of(Finding finding) {
        if (finding.trace().form() == Form.VALUE) {
            return Evaluation.allowed("the value alone, which may be another's", finding.removal());
        }
        IdentityErasures erasures = byHash.get(hash(finding));
        if (erasures == null) {
            return new Evaluation(Judgement.NOT_ERASED, "on no receipt of an erasure", finding.removal());
        }
        if (finding.trace().form() == Form.HASHED) {
            return ofHash(finding);
        }
        return switch (finding.kind()) {
            case FILE -> Evaluation.violation("a file: delete it, or make it again", Optional.empty());
            case LOG -> erasures.isLater(finding) ? ofLaterEvent(finding, erasures) : ofEarlier(finding, erasures);
            case TABLE -> erasures.isLater(finding) ? ofLaterRecord(finding, erasures) : ofEarlier(finding, erasures);
            case REPLACED, TOMBSTONE, STORE -> ofEarlier(finding, erasures);
        };
    }

    private Evaluation ofHash(Finding finding) {
        String place = finding.place();
        if (finding.kind() == Kind.FILE) {
            return Evaluation.allowed(
                    "only the hash, as in audit logs and in suppressions that were exported", Optional.empty());
        }
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
            return Evaluation.allowed("a message with the suppression", finding.removal());
        }
        return Evaluation.violation("a hash where none belongs", finding.removal());
    }

    private Evaluation ofEarlier(Finding finding, IdentityErasures erasures) {
        ErasureReceipt receipt = erasures.of(finding, newRelationships);
        Optional<Instant> promised = receipt.goneBy(names.onReceipt(finding));
        if (promised.isEmpty()) {
            return Evaluation.violation("not on the receipt", finding.removal());
        }
        if (!promised.get().isBefore(NEVER) || isKept(finding)) {
            return Evaluation.withoutLimit();
        }
        if (finding.kind() == Kind.TABLE) {
            return ofLiveRecord(finding, receipt, promised);
        }
        Instant date = finding.kind() == Kind.TOMBSTONE
                ? later(promised.get(), finding.removal().orElseThrow())
                : promised.get();
        if (!now.isAfter(date)) {
            return Evaluation.allowed("on the receipt", Optional.of(date));
        }
        return finding.kind() == Kind.STORE && newRelationships.since(hash(finding), erasures.last())
                ? Evaluation.ofNewRelationship(Optional.empty())
                : Evaluation.overdue(date);
    }

    /** Whether no setting of its topic removes a record. A message between instances is deleted when it was processed. */
    private boolean isKept(Finding finding) {
        return switch (finding.kind()) {
            case LOG -> finding.removal().isEmpty() && !names.isInternal(finding.place());
            case REPLACED, TOMBSTONE -> finding.removal().isEmpty();
            case TABLE, STORE, FILE -> false;
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The latest record of its key: nothing deletes it, unless the sweep, which writes tombstones to changelogs, is under way. */
    private Evaluation ofLiveRecord(Finding finding, ErasureReceipt receipt, Optional<Instant> promised) {
        boolean swept = !names.isInternal(finding.place())
                || now.isAfter(receipt.executedAt().plus(SWEEP));
        return swept
                ? Evaluation.violation("not deleted: no tombstone follows", Optional.empty())
                : Evaluation.allowed("on the receipt: to be deleted within a day of the erasure", promised);
    }

    /** An event that occurred before the erasure is dropped, and stays on its log until it expires. */
    private Evaluation ofLaterEvent(Finding finding, IdentityErasures erasures) {
        ErasureReceipt last = erasures.last();
        boolean dropped = finding.beginsAt().filter(last.executedAt()::isBefore).isEmpty()
                && finding.beginsAt().isPresent();
        if (!dropped && newRelationships.since(hash(finding), last)) {
            return Evaluation.ofNewRelationship(finding.removal());
        }
        return isKept(finding)
                ? Evaluation.withoutLimit()
                : Evaluation.allowed("arrived after the erasure", finding.removal());
    }

    private Evaluation ofLaterRecord(Finding finding, IdentityErasures erasures) {
        return newRelationships.since(hash(finding), erasures.last())
                ? Evaluation.ofNewRelationship(finding.removal())
                : Evaluation.violation("stored again after the erasure", finding.removal());
    }
}
