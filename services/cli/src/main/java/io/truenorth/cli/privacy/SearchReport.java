package io.truenorth.cli.privacy;

import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.privacy.trace.Allowance;
import io.truenorth.cli.privacy.trace.NotSearched;
import io.truenorth.cli.privacy.trace.SearchedPlace;
import io.truenorth.identity.IdentityHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The result of a search for a person.
 *
 * @param findings each with what is to be thought of it
 * @param notSearched what was not searched
 * @param places the findings by place
 * @param verdict what they come to
 */
record SearchReport(
        List<FindingReport> findings,
        List<NotSearchedReport> notSearched,
        List<PlaceReport> places,
        VerdictReport verdict) {

    /**
     * Judges what was found.
     *
     * @param notSearched what was not searched, beyond the places
     * @param identities those that were named
     */
    static SearchReport of(
            List<SearchedPlace> searched, List<NotSearched> notSearched, Allowance allowance, Set<String> identities) {
        List<FindingReport> findings = new ArrayList<>();
        List<PlaceReport> places = new ArrayList<>();
        for (SearchedPlace place : searched) {
            List<FindingReport> inPlace = place.findings().stream()
                    .map(finding -> FindingReport.of(finding, allowance.of(finding)))
                    .toList();
            findings.addAll(inPlace);
            places.add(PlaceReport.of(place, inPlace));
        }
        List<NotSearchedReport> left = Stream.concat(
                        searched.stream().flatMap(place -> place.notSearched().stream()), notSearched.stream())
                .map(NotSearchedReport::of)
                .toList();
        List<String> notErased = identities.stream()
                .filter(identity ->
                        allowance.erasedAt(IdentityHash.of(identity)).isEmpty())
                .toList();
        int incomplete =
                (int) left.stream().filter(NotSearchedReport::incomplete).count();
        VerdictReport verdict = VerdictReport.of(
                allowance.executedAt(), notErased, findings, VerdictReport.Extent.of(places, incomplete));
        return new SearchReport(findings, left, places, verdict);
    }

    /** The lines of JSON, the verdict last. */
    List<Record> lines() {
        List<Record> lines = new ArrayList<>(findings);
        lines.addAll(notSearched);
        lines.addAll(places);
        lines.add(verdict);
        return lines;
    }

    /** The lines of text, the verdict last. */
    List<String> text() {
        List<String> lines = new ArrayList<>();
        findings.forEach(finding -> lines.add(finding.line()));
        notSearched.forEach(part -> lines.add(part.line()));
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(PlaceReport.table(places));
        lines.add("");
        lines.add(verdict.verdict());
        return lines;
    }

    /** The exit code of the command: that of what is worst. */
    int exitCode() {
        if (verdict.violations() > 0) {
            return ExitCodes.FAILED;
        }
        if (verdict.notSearched() > 0) {
            return ExitCodes.UNUSABLE;
        }
        return verdict.notErased().isEmpty() ? ExitCodes.OK : ExitCodes.NO_RECEIPT;
    }
}
