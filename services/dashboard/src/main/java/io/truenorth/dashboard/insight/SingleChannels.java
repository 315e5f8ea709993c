package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.insight.Opportunity.Evidence;
import io.truenorth.dashboard.insight.Opportunity.Kind;
import java.util.List;

/**
 * Finds segments in which more customers use a single channel than in others, also at the same stages. The points at stake are
 * those of a second channel used as much as the first.
 */
final class SingleChannels {
    /** The maximum of connectedness in the standard model, in micro-points; only affects the order of opportunities. */
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
                comparison.sentence(Sentences.ofSegment(attribute, value), "use a single channel"),
                comparison.excess() * headroom,
                comparison.group().hit(),
                new Evidence(
                        "Customers who use a single channel, by " + Sentences.inner(attribute) + ", percent",
                        Bars.shares(scan.groups(), value, comparison)),
                "/customers?scope=" + Hrefs.escaped(attribute + "=" + value) + "&single=true");
    }

    /** The points per customer: with f = C / (C + 2) for one channel, a second one yields 2C / (2C + 2). */
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
