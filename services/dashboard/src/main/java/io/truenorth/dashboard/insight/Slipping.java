package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.insight.Opportunity.Evidence;
import io.truenorth.dashboard.insight.Opportunity.Kind;
import java.util.ArrayList;
import java.util.List;

/** Segments from which more customers fell a stage than from others. */
final class Slipping {
    private Slipping() {}

    static List<Opportunity> find(Evaluation about) {
        List<Opportunity> found = new ArrayList<>();
        SegmentScan.of(
                        about.customers().all().stream(),
                        about.segments(),
                        row -> about.customers()
                                .slipOf(row.id())
                                .filter(slip -> slip.at() >= about.since())
                                .isPresent())
                .forEach((attribute, scan) -> scan.groups().forEach((value, group) -> {
                    if (group.excess(scan.all().total()) > 0) {
                        found.add(opportunity(about, attribute, value, scan, group));
                    }
                }));
        return found;
    }

    private static Opportunity opportunity(
            Evaluation about, String attribute, String value, SegmentScan scan, Group group) {
        return new Opportunity(
                "slipping-segment:" + attribute + "=" + value,
                Kind.SLIPPING_SEGMENT,
                Sentences.number(group.hit()) + " of " + Sentences.number(group.customers()) + " customers of "
                        + Sentences.inner(attribute) + " " + value + " fell a stage " + Sentences.period(about.days())
                        + ", "
                        + Sentences.times(
                                group.share(), group.shareElsewhere(scan.all().total())) + ".",
                group.pointsOfExcess(scan.all().total()),
                group.hit(),
                new Evidence(
                        "Customers who fell a stage by " + Sentences.inner(attribute) + ", percent",
                        Bars.shares(scan.groups(), value)),
                "/customers?scope=" + Hrefs.escaped(attribute + "=" + value) + "&slipped=true&days=" + about.days());
    }
}
