package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.insight.Opportunity.Evidence;
import io.truenorth.dashboard.insight.Opportunity.Kind;
import java.util.List;

/** Finds segments in which more customers dropped a stage than in others, also among customers at the same stages. */
final class StageDrops {
    private StageDrops() {}

    static List<Claim> find(Evaluation about) {
        return about.segments().stream()
                .flatMap(attribute -> claims(about, attribute).stream())
                .toList();
    }

    private static List<Claim> claims(Evaluation about, String attribute) {
        SegmentScan scan = SegmentScan.of(
                about.customers().all().stream().filter(about::couldFall),
                SegmentScan.attribute(attribute),
                about.before()::of,
                about.before()::hasFallen);
        return scan.claims((value, comparison) -> opportunity(about, attribute, value, scan, comparison));
    }

    private static Opportunity opportunity(
            Evaluation about, String attribute, String value, SegmentScan scan, Comparison comparison) {
        return new Opportunity(
                "slipping-segment:" + attribute + "=" + value,
                Kind.SLIPPING_SEGMENT,
                comparison.sentence(
                        Sentences.ofSegment(attribute, value) + " who were known " + Sentences.ago(about.days()),
                        "have since dropped a stage"),
                comparison.pointsOfExcess(),
                comparison.group().hit(),
                new Evidence(
                        "Customers who dropped a stage, by " + Sentences.inner(attribute) + ", percent",
                        Bars.shares(scan.groups(), value, comparison)),
                "/customers?scope=" + Hrefs.escaped(attribute + "=" + value) + "&slipped=true&days=" + about.days());
    }
}
