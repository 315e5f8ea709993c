package io.truenorth.dashboard.insight;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.insight.Opportunity.Evidence;
import io.truenorth.dashboard.insight.Opportunity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Customers who know us by one channel only: in segments where that is more usual than at the same stages elsewhere, and at
 * stages where it is usual. What is at stake is what a second channel, used like the first, would give.
 */
final class SingleChannels {
    /** What connectedness gives at the most in the standard model; only the order of opportunities depends on it. */
    private static final double MOST_CONNECTEDNESS = 8_000_000;

    private static final double USUAL = 0.5;
    private static final long FEWEST = 20;

    private SingleChannels() {}

    static List<Opportunity> find(Evaluation about) {
        List<Opportunity> found = new ArrayList<>();
        double headroom = meanHeadroom(about);
        SegmentScan.of(relationships(about), about.segments(), CustomerRow::standsOnOneChannel)
                .forEach((attribute, scan) ->
                        scan.byValue().keySet().forEach(value -> addSegment(found, attribute, value, scan, headroom)));
        Strata everybody = new Strata();
        relationships(about).forEach(row -> everybody.add(row, row.standsOnOneChannel()));
        everybody.byStage().forEach((stage, group) -> addStage(found, stage, group, everybody, headroom));
        return found;
    }

    private static Stream<CustomerRow> relationships(Evaluation about) {
        return about.customers().all().stream().filter(row -> !row.channels().isEmpty());
    }

    private static void addSegment(
            List<Opportunity> found, String attribute, String value, SegmentScan scan, double headroom) {
        Strata strata = scan.byValue().getOrDefault(value, new Strata());
        Group group = strata.total();
        double excess = strata.excess(scan.all());
        if (excess > 0) {
            found.add(new Opportunity(
                    "single-channel:" + attribute + "=" + value,
                    Kind.SINGLE_CHANNEL,
                    Sentences.percent(group.share()) + " of " + Sentences.number(group.customers()) + " customers of "
                            + Sentences.inner(attribute) + " " + value + " know us by one channel only, "
                            + Sentences.times(group.share(), strata.shareElsewhere(scan.all())) + ".",
                    excess * headroom,
                    group.hit(),
                    new Evidence(
                            "Customers with one channel only by " + Sentences.inner(attribute) + ", percent",
                            Bars.shares(scan.groups(), value)),
                    "/customers?scope=" + Hrefs.escaped(attribute + "=" + value) + "&single=true"));
        }
    }

    private static void addStage(List<Opportunity> found, Stage stage, Group group, Strata everybody, double headroom) {
        if (stage.compareTo(Stage.ENGAGED) < 0 || group.customers() < FEWEST || group.share() < USUAL) {
            return;
        }
        String word = stage.name().toLowerCase(Locale.ROOT);
        Map<String, Group> named = new TreeMap<>();
        everybody.byStage().forEach((other, counts) -> named.put(other.name().toLowerCase(Locale.ROOT), counts));
        found.add(new Opportunity(
                "single-channel:" + word,
                Kind.SINGLE_CHANNEL,
                "Of " + Sentences.number(group.customers()) + " " + word + " customers "
                        + Sentences.percent(group.share()) + " know us by one channel only.",
                group.hit() * headroom,
                group.hit(),
                new Evidence("Customers with one channel only by stage, percent", Bars.shares(named, word)),
                "/customers?stage=" + word + "&single=true"));
    }

    /** With f = C / (C + 2) of one channel, a second one like it gives 2C / (2C + 2). In points a customer. */
    private static double meanHeadroom(Evaluation about) {
        return relationships(about)
                .filter(CustomerRow::standsOnOneChannel)
                .mapToDouble(row -> {
                    double f = Math.min(0.99, row.connectedness() / MOST_CONNECTEDNESS);
                    double channels = 2 * f / (1 - f);
                    return (channels / (channels + 1) - f) * MOST_CONNECTEDNESS / 1e6;
                })
                .average()
                .orElse(0);
    }
}
