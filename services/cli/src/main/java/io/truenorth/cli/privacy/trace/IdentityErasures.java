package io.truenorth.cli.privacy.trace;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The erasures of one identity, by their receipts. Each answers for what was stored before it, and the last one for what may follow. */
final class IdentityErasures {
    private final List<ErasureReceipt> byTime;

    /** @param receipts of erasures, at least one */
    IdentityErasures(List<ErasureReceipt> receipts) {
        byTime = receipts.stream()
                .sorted(Comparator.comparing(ErasureReceipt::executedAt))
                .toList();
    }

    /** In the order of their execution. */
    List<ErasureReceipt> byTime() {
        return byTime;
    }

    /** The last one, which decides what may follow. */
    ErasureReceipt last() {
        return byTime.get(byTime.size() - 1);
    }

    /** Whether something was stored after the last one. */
    boolean isLater(Finding finding) {
        return finding.at().filter(last().executedAt()::isBefore).isPresent();
    }

    /**
     * The one by which a finding has to be gone: the first that was executed after it was stored. What came later than all of them is
     * of the last one. A tombstone is written by an erasure, and is of the last one before it.
     *
     * @param beganAnew tells whether a relationship began between two erasures
     */
    ErasureReceipt of(Finding finding, NewRelationships beganAnew) {
        return switch (finding.kind()) {
            case STORE, FILE -> ofFile(finding, beganAnew);
            case TOMBSTONE -> finding.at().flatMap(this::lastUntil).orElseGet(() -> firstSince(finding.at()));
            case LOG, TABLE, REPLACED -> firstSince(finding.at());
        };
    }

    private ErasureReceipt firstSince(Optional<Instant> at) {
        return byTime.stream()
                .filter(each -> at.filter(each.executedAt()::isBefore).isEmpty())
                .findFirst()
                .orElse(last());
    }

    private Optional<ErasureReceipt> lastUntil(Instant at) {
        return byTime.stream().filter(each -> !each.executedAt().isAfter(at)).reduce((one, later) -> later);
    }

    /**
     * An entry of a file has no time of its own, but is no younger than the file. It is of the first erasure, unless the person came
     * back before a later one.
     */
    private ErasureReceipt ofFile(Finding finding, NewRelationships beganAnew) {
        ErasureReceipt chosen = byTime.get(0);
        for (int i = 1; i < byTime.size(); i++) {
            ErasureReceipt before = byTime.get(i - 1);
            boolean mayBeYounger =
                    finding.at().filter(before.executedAt()::isAfter).isEmpty();
            if (mayBeYounger
                    && beganAnew.between(
                            finding.trace().hash(), before, byTime.get(i).executedAt())) {
                chosen = byTime.get(i);
            }
        }
        return chosen;
    }
}
