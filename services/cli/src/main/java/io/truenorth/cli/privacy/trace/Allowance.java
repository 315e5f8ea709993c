package io.truenorth.cli.privacy.trace;

import io.truenorth.cli.privacy.trace.Finding.Kind;
import io.truenorth.cli.privacy.trace.Trace.Form;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the receipts of erasures allow to be found of an identity: its hash on receipts and in suppressions; and in the places on a
 * receipt, until the date there, what was stored before the erasure and is deleted by now. Each finding is judged by the receipts
 * that have that very identity. What arrived later is another matter, see {@link Evaluation}.
 */
public final class Allowance {
    /** What other customers have of a person is removed within this time. */
    private static final Duration SWEEP = Duration.ofDays(1);

    private final Names names;
    private final Instant now;
    private final Map<String, IdentityErasures> byHash = new HashMap<>();
    /** The hashes of those with an event or a request of the time after their erasure, which began a new relationship. */
    private final Set<String> newRelationships = new HashSet<>();

    /** What is to be thought of a finding. */
    public enum Judgement {
        /** Allowed by a receipt, or no trace of the time before the erasure. */
        ALLOWED,
        /** Of a new relationship that began after the erasure. */
        NEW_RELATIONSHIP,
        /** Not allowed by the receipts of the identity. */
        VIOLATION,
        /** No receipt of an erasure has the identity. */
        NOT_ERASED;

        /** Whether nothing has to be done about the finding. */
        public boolean isAllowed() {
            return this == ALLOWED || this == NEW_RELATIONSHIP;
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

        static Evaluation violation(String why, Optional<Instant> removal) {
            return new Evaluation(Judgement.VIOLATION, why, removal);
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
     * @param findings everything that was found, which tells whether a new relationship began
     */
    public Allowance(Names names, List<PrivacyReceipt> receipts, List<Finding> findings, Instant now) {
        this.names = names;
        this.now = now;
        receipts.forEach(receipt -> receipt.getIdentities()
                .forEach(hash -> byHash.computeIfAbsent(hash, key -> new IdentityErasures())
                        .add(receipt)));
        findings.stream().filter(this::beginsRelationship).forEach(finding -> newRelationships.add(hash(finding)));
    }

    private boolean beginsRelationship(Finding finding) {
        IdentityErasures erasures = byHash.get(hash(finding));
        return erasures != null
                && erasures.mayBeginAnew()
                && finding.trace().form() == Form.PLAIN
                && finding.beginsAt().filter(erasures.last()::isBefore).isPresent();
    }

    private static String hash(Finding finding) {
        return finding.trace().hash();
    }

    /** When an identity was erased the last time; empty if never. */
    public Optional<Instant> erasedAt(String hash) {
        return Optional.ofNullable(byHash.get(hash)).map(IdentityErasures::last);
    }

    /** When any of the identities was erased the last time; empty if none ever was. */
    public Optional<Instant> executedAt() {
        return byHash.values().stream().map(IdentityErasures::last).max(Instant::compareTo);
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
        boolean later = finding.at().filter(erasures.last()::isBefore).isPresent() && finding.kind() != Kind.REPLACED;
        return later ? ofLater(finding) : ofEarlier(finding, erasures);
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
            return Evaluation.allowed("a message with the suppression", finding.removal());
        }
        return Evaluation.violation("a hash where none belongs", finding.removal());
    }

    private Evaluation ofEarlier(Finding finding, IdentityErasures erasures) {
        Optional<Instant> promised = erasures.goneBy(names.onReceipt(finding));
        if (promised.isEmpty()) {
            return finding.kind() == Kind.FILE
                    ? Evaluation.violation("a file: delete it, or make it again", Optional.empty())
                    : Evaluation.violation("not on the receipt", finding.removal());
        }
        if (finding.kind() == Kind.TABLE) {
            return ofLiveRecord(finding, erasures, promised);
        }
        if (now.isAfter(promised.get())) {
            return newRelationships.contains(hash(finding)) && finding.at().isEmpty()
                    ? Evaluation.ofNewRelationship(finding.removal())
                    : Evaluation.violation("overdue", promised);
        }
        return Evaluation.allowed("on the receipt", promised);
    }

    /** The latest record of its key: nothing deletes it, unless the sweep, which writes tombstones to changelogs, is under way. */
    private Evaluation ofLiveRecord(Finding finding, IdentityErasures erasures, Optional<Instant> promised) {
        boolean swept = !names.isInternal(finding.place())
                || now.isAfter(erasures.last().plus(SWEEP));
        return swept
                ? Evaluation.violation("not deleted: no tombstone follows", Optional.empty())
                : Evaluation.allowed("on the receipt: to be deleted within a day of the erasure", promised);
    }

    private Evaluation ofLater(Finding finding) {
        if (finding.kind() == Kind.LOG) {
            return Evaluation.allowed("arrived after the erasure", finding.removal());
        }
        return newRelationships.contains(hash(finding))
                ? Evaluation.ofNewRelationship(finding.removal())
                : Evaluation.violation("stored again after the erasure", finding.removal());
    }
}
