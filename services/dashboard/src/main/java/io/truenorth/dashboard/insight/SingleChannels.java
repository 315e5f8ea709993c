package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.insight.Opportunity.Evidence;
import io.truenorth.dashboard.insight.Opportunity.Kind;
import java.util.List;

/**
 * Customers of segments who know us by one channel only, where that is more usual than elsewhere, and than at the same
 * stages elsewhere. What is at stake is what a second channel, used like the first, would give.
 */
final class SingleChannels {
    /** What connectedness gives at the most in the standard model; only the order of opportunities depends on it. */
    private static final double MOST_CONNECTEDNESS = 8_000_000;

    private SingleChannels() {}

    static List<Claim> find(Evaluation about) {
        double headroom = meanHeadroom(about);
        return about.segments().stream()
                .flatMap(attribute -> claims(about, attribute, headroom).stream())
                .toList();
    }

    private static List<Claim> claims(Evaluation about, String attribute, double headroom) {
        SegmentScan scan = SegmentScan.of(
                about.customers().all().stream(),
                SegmentScan.attribute(attribute),
                CustomerRow::stage,
                CustomerRow::usesOneChannel);
        return scan.claims((value, comparison) -> opportunity(attribute, value, scan, comparison, headroom));
    }

    private static Opportunity opportunity(
            String attribute, String value, SegmentScan scan, Comparison comparison, double headroom) {
        return new Opportunity(
                "single-channel:" + attribute + "=" + value,
                Kind.SINGLE_CHANNEL,
                comparison.sentence(Sentences.ofSegment(attribute, value), "know us by one channel only"),
                comparison.excess() * headroom,
                comparison.here().hit(),
                new Evidence(
                        "Customers with one channel only by " + Sentences.inner(attribute) + ", percent",
                        Bars.shares(scan.groups(), value, comparison)),
                "/customers?scope=" + Hrefs.escaped(attribute + "=" + value) + "&single=true");
    }

    /** With f = C / (C + 2) of one channel, a second one like it gives 2C / (2C + 2). In points a customer. */
    private static double meanHeadroom(Evaluation about) {
        return about.relationships()
                .filter(CustomerRow::usesOneChannel)
                .mapToDouble(row -> {
                    double f = Math.min(0.99, row.connectedness() / MOST_CONNECTEDNESS);
                    double channels = 2 * f / (1 - f);
                    return (channels / (channels + 1) - f) * MOST_CONNECTEDNESS / 1e6;
                })
                .average()
                .orElse(0);
    }
}
