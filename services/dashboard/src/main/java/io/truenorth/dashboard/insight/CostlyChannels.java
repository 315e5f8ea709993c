package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.insight.Opportunity.Evidence;
import io.truenorth.dashboard.insight.Opportunity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds channels with a negative effect: customers with this main channel are detractors more often than others, or dropped a
 * stage more often.
 */
final class CostlyChannels {
    private CostlyChannels() {}

    static List<Claim> find(Evaluation about) {
        List<Claim> claims = new ArrayList<>(speaksAgainstUs(about));
        claims.addAll(falls(about));
        return claims;
    }

    /**
     * A complaint on a channel may be the only reason for it being the main channel. So the difference must also exist among
     * customers who did not complain on their main channel.
     */
    private static List<Claim> speaksAgainstUs(Evaluation about) {
        Map<String, Group> byMain = byMain(about, row -> true);
        Map<String, Group> uncomplaining = byMain(about, row -> !complainedOnMainChannel(row));
        Group all = Group.of(byMain.values());
        Group allUncomplaining = Group.of(uncomplaining.values());
        List<Claim> claims = new ArrayList<>();
        byMain.forEach((channel, group) -> {
            Comparison comparison = Comparison.withRest(group, all);
            Comparison stricter =
                    Comparison.withRest(uncomplaining.getOrDefault(channel, new Group()), allUncomplaining);
            claims.add(new Claim(
                    comparison,
                    stricter::holds,
                    () -> opportunity(
                            channel,
                            comparison,
                            comparison.sentence(mainChannelPhrase(channel), "are detractors"),
                            new Evidence(
                                    "Detractors by main channel, percent", Bars.shares(byMain, channel, comparison)),
                            "&detractor=true")));
        });
        return claims;
    }

    private static Map<String, Group> byMain(Evaluation about, Predicate<CustomerRow> counts) {
        Map<String, Group> byMain = new TreeMap<>();
        about.relationships()
                .filter(counts)
                .forEach(row -> byMain.computeIfAbsent(row.mainChannel(), channel -> new Group())
                        .add(row.detractor(), row.score()));
        return byMain;
    }

    private static boolean complainedOnMainChannel(CustomerRow row) {
        return row.negativeFeedback().stream().anyMatch(about -> about.channel().equals(row.mainChannel()));
    }

    private static List<Claim> falls(Evaluation about) {
        SegmentScan scan = SegmentScan.of(
                about.relationships().filter(about::couldFall),
                CustomerRow::mainChannel,
                about.before()::of,
                about.before()::hasFallen);
        return scan.claims((channel, comparison) -> opportunity(
                channel,
                comparison,
                comparison.sentence(
                        mainChannelPhrase(channel) + " and who were known " + Sentences.ago(about.days()),
                        "have since dropped a stage"),
                new Evidence(
                        "Customers who dropped a stage, by main channel, percent",
                        Bars.shares(scan.groups(), channel, comparison)),
                "&slipped=true&days=" + about.days()));
    }

    private static String mainChannelPhrase(String channel) {
        return "whose main channel is " + Sentences.inner(channel);
    }

    private static Opportunity opportunity(
            String channel, Comparison comparison, String sentence, Evidence evidence, String filter) {
        return new Opportunity(
                "costly-channel:" + channel,
                Kind.COSTLY_CHANNEL,
                sentence,
                comparison.pointsOfExcess(),
                comparison.group().hit(),
                evidence,
                "/customers?main=" + Hrefs.escaped(channel) + filter);
    }
}
