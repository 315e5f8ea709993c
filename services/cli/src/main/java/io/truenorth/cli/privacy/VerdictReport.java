package io.truenorth.cli.privacy;

import io.truenorth.cli.privacy.trace.Allowance.Judgement;
import io.truenorth.cli.privacy.trace.SearchedPlace.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the findings come to.
 *
 * @param type {@code verdict}
 * @param erasedAt when the person was erased the last time; left out if never
 * @param notErased the identities that are on no receipt of an erasure
 * @param findings how many there are
 * @param violations how many of them the receipts do not allow
 * @param newRelationship how many of them belong to a new relationship, which began after the erasure
 * @param pending how many others are allowed until a date
 * @param goneBy the latest of these dates
 * @param topics how many topics were read
 * @param records how many records
 * @param files how many files
 * @param notSearched how many topics, files and directories could not be searched, without which the search is incomplete
 * @param verdict the same in words
 */
record VerdictReport(
        String type,
        Optional<Instant> erasedAt,
        List<String> notErased,
        int findings,
        int violations,
        int newRelationship,
        int pending,
        Optional<Instant> goneBy,
        int topics,
        long records,
        long files,
        int notSearched,
        String verdict) {

    /** The extent of a search. */
    record Extent(int topics, long records, long files, int notSearched) {
        static Extent of(List<PlaceReport> places, int notSearched) {
            List<PlaceReport> topics = places.stream()
                    .filter(place -> place.unit() == Unit.RECORDS)
                    .toList();
            long records = topics.stream().mapToLong(PlaceReport::searched).sum();
            long all = places.stream().mapToLong(PlaceReport::searched).sum();
            return new Extent(topics.size(), records, all - records, notSearched);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d records of %,d topics and %,d files", records, topics, files);
        }
    }

    static VerdictReport of(
            Optional<Instant> erasedAt, List<String> notErased, List<FindingReport> findings, Extent extent) {
        List<FindingReport> violations = findings.stream()
                .filter(finding -> finding.judgement().isViolation())
                .toList();
        List<FindingReport> newRelationship = with(findings, Judgement.NEW_RELATIONSHIP);
        List<Instant> dates = with(findings, Judgement.ALLOWED).stream()
                .flatMap(finding -> finding.goneBy().stream())
                .toList();
        Optional<Instant> goneBy = dates.stream().max(Instant::compareTo);
        List<String> sentences = new ArrayList<>();
        erasedAt.ifPresent(at -> sentences.add(
                "Erased on " + ReceiptText.time(at) + ", " + left(findings.size(), violations, goneBy, extent)));
        if (!newRelationship.isEmpty()) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "The person came back after the erasure: %,d findings are of the new relationship, which stays.",
                    newRelationship.size()));
        }
        if (!notErased.isEmpty()) {
            sentences.add(
                    notErased(notErased, with(findings, Judgement.NOT_ERASED).size(), extent));
        }
        if (extent.notSearched() > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "The search is incomplete: %,d files or directories could not be searched, and may have more.",
                    extent.notSearched()));
        }
        return new VerdictReport(
                "verdict",
                erasedAt,
                notErased,
                findings.size(),
                violations.size(),
                newRelationship.size(),
                dates.size(),
                goneBy,
                extent.topics(),
                extent.records(),
                extent.files(),
                extent.notSearched(),
                String.join(" ", sentences));
    }

    private static List<FindingReport> with(List<FindingReport> findings, Judgement judgement) {
        return findings.stream()
                .filter(finding -> finding.judgement() == judgement)
                .toList();
    }

    private static String left(int findings, List<FindingReport> violations, Optional<Instant> goneBy, Extent extent) {
        if (!violations.isEmpty()) {
            FindingReport first = violations.get(0);
            return String.format(
                    Locale.ROOT,
                    "but %,d of %,d findings are not allowed by the receipt, the first in %s at %s: %s.",
                    violations.size(),
                    findings,
                    first.place(),
                    first.position(),
                    first.why());
        }
        return goneBy.map(date -> String.format(
                        Locale.ROOT,
                        "and all that is left of that time in %s is on the receipt; the last of it is gone by %s.",
                        extent,
                        ReceiptText.time(date)))
                .orElse("and nothing of that time is left in " + extent + " but the receipt and the suppression.");
    }

    private static String notErased(List<String> identities, int findings, Extent extent) {
        return "No receipt tells of an erasure of " + String.join(", ", identities)
                + (findings == 0
                        ? ": nothing is found in " + extent + "."
                        : String.format(Locale.ROOT, "; findings in %2$s: %1$,d.", findings, extent));
    }
}
