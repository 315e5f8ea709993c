package io.truenorth.cli.privacy;

import io.truenorth.cli.privacy.trace.Allowance.Judgement;
import io.truenorth.cli.privacy.trace.SearchedPlace;
import io.truenorth.cli.privacy.trace.SearchedPlace.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the findings in one place come to, as JSON.
 *
 * @param type {@code place}
 * @param place the topic, or the file or directory that was named
 * @param unit {@code records} or {@code files}
 * @param searched how many of these were read
 * @param allowed how many findings are allowed
 * @param allowedUntil the latest date until which one of these is allowed; left out if none has a date
 * @param overdue how many should be gone, by the receipt
 * @param notAllowed how many others are not allowed
 * @param newRelationship how many are of a new relationship
 */
record PlaceReport(
        String type,
        String place,
        Unit unit,
        long searched,
        long allowed,
        Optional<Instant> allowedUntil,
        long overdue,
        long notAllowed,
        long newRelationship) {
    private static final List<String> TITLES =
            List.of("place", "searched", "allowed", "until", "overdue", "not allowed", "new");

    /** @param findings those in this place */
    static PlaceReport of(SearchedPlace place, List<FindingReport> findings) {
        return new PlaceReport(
                "place",
                place.place(),
                place.unit(),
                place.count(),
                count(findings, Judgement.ALLOWED),
                findings.stream()
                        .filter(finding -> finding.judgement() == Judgement.ALLOWED)
                        .flatMap(finding -> finding.goneBy().stream())
                        .max(Instant::compareTo),
                count(findings, Judgement.OVERDUE),
                count(findings, Judgement.VIOLATION) + count(findings, Judgement.NOT_ERASED),
                count(findings, Judgement.NEW_RELATIONSHIP));
    }

    private static long count(List<FindingReport> findings, Judgement judgement) {
        return findings.stream()
                .filter(finding -> finding.judgement() == judgement)
                .count();
    }

    /** Places as the lines of a table. */
    static List<String> table(List<PlaceReport> places) {
        List<List<String>> rows = new ArrayList<>(List.of(TITLES));
        places.forEach(place -> rows.add(place.row()));
        return rows.stream().map(row -> line(row, rows)).toList();
    }

    private List<String> row() {
        String what = unit.name().toLowerCase(Locale.ROOT);
        return List.of(
                place,
                number(searched) + " " + (searched == 1 ? what.substring(0, what.length() - 1) : what),
                number(allowed),
                allowedUntil.map(ReceiptText::time).orElse("-"),
                number(overdue),
                number(notAllowed),
                number(newRelationship));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String line(List<String> row, List<List<String>> all) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int index = column;
            int width = all.stream()
                    .mapToInt(each -> each.get(index).length())
                    .max()
                    .orElse(0);
            line.append("  ").append(String.format(Locale.ROOT, "%-" + width + "s", row.get(column)));
        }
        return line.toString().stripTrailing();
    }
}
