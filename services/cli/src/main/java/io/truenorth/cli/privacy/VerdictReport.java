package io.truenorth.cli.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the findings come to.
 *
 * @param type {@code verdict}
 * @param erasedAt when the person was erased the last time; left out if never
 * @param findings how many there are
 * @param left how many of them the receipts do not allow
 * @param pending how many of them are allowed until a date
 * @param goneBy the latest of these dates
 * @param topics how many topics were read
 * @param records how many records
 * @param files how many files
 * @param verdict the same in one sentence
 */
record VerdictReport(
        String type,
        Optional<Instant> erasedAt,
        int findings,
        int left,
        int pending,
        Optional<Instant> goneBy,
        int topics,
        long records,
        long files,
        String verdict) {

    /** The extent of a scan. */
    record Extent(int topics, long records, long files) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d records of %,d topics and %,d files", records, topics, files);
        }
    }

    static VerdictReport of(Optional<Instant> erasedAt, List<FindingReport> findings, Extent extent) {
        List<FindingReport> left =
                findings.stream().filter(finding -> !finding.allowed()).toList();
        List<Instant> dates = findings.stream()
                .filter(FindingReport::allowed)
                .flatMap(finding -> finding.goneBy().stream())
                .toList();
        Optional<Instant> goneBy = dates.stream().max(Instant::compareTo);
        return new VerdictReport(
                "verdict",
                erasedAt,
                findings.size(),
                left.size(),
                dates.size(),
                goneBy,
                extent.topics(),
                extent.records(),
                extent.files(),
                sentence(erasedAt, findings, left, dates.size(), goneBy, extent));
    }

    private static String sentence(
            Optional<Instant> erasedAt,
            List<FindingReport> findings,
            List<FindingReport> left,
            int pending,
            Optional<Instant> goneBy,
            Extent extent) {
        if (erasedAt.isEmpty()) {
            return findings.isEmpty()
                    ? "Nothing is found in " + extent + ", and no receipt tells of an erasure."
                    : String.format(
                            Locale.ROOT,
                            "No receipt tells of an erasure; findings in %2$s: %1$,d.",
                            findings.size(),
                            extent);
        }
        String erased = "Erased on " + ReceiptText.time(erasedAt.get()) + ", ";
        if (!left.isEmpty()) {
            return erased
                    + String.format(
                            Locale.ROOT,
                            "but %,d of %,d findings are not allowed by the receipt, the first in %s at %s: %s.",
                            left.size(),
                            findings.size(),
                            left.get(0).place(),
                            left.get(0).position(),
                            left.get(0).why());
        }
        return erased
                + (pending == 0
                        ? "and nothing is left in " + extent + " but the receipt and the suppression."
                        : String.format(
                                Locale.ROOT,
                                "and all that is left in %s is allowed by the receipt; the last of it is gone by %s.",
                                extent,
                                ReceiptText.time(goneBy.orElseThrow())));
    }
}
