package io.truenorth.dashboard.insight;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.customers.CustomerFilter;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.insight.Opportunity.Bar;
import io.truenorth.dashboard.insight.Opportunity.Evidence;
import io.truenorth.dashboard.insight.Opportunity.Kind;
import io.truenorth.dashboard.insight.PointsMoved.Moved;
import io.truenorth.dashboard.scopes.ScopeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Channels that cost us. Two signs: a channel lost more points than it gained; or those who stand mostly on it speak against
 * us more often than those who stand mostly on others. The greater of the two is told.
 */
final class CostlyChannels {
    private static final String COSTLY = "costly-channel:";

    private CostlyChannels() {}

    static List<Opportunity> find(Evaluation about) {
        Map<String, Opportunity> found = new TreeMap<>();
        losing(about).forEach(opportunity -> found.put(opportunity.id(), opportunity));
        offending(about)
                .forEach(opportunity -> found.merge(
                        opportunity.id(), opportunity, (one, other) -> other.impact() > one.impact() ? other : one));
        return List.copyOf(found.values());
    }

    private static List<Opportunity> losing(Evaluation about) {
        List<Opportunity> found = new ArrayList<>();
        PointsMoved moved = about.moved();
        for (String channel : moved.channels()) {
            Moved points = moved.of(channel);
            List<CustomerRow> behind = points.lost() > points.gained()
                    ? about.customers().matching(lostOn(about, channel)).toList()
                    : List.of();
            if (!behind.isEmpty()) {
                double net = (points.lost() - points.gained()) / 1e6;
                found.add(new Opportunity(
                        COSTLY + channel,
                        Kind.COSTLY_CHANNEL,
                        ScopeNames.words(channel) + " lost " + Sentences.number(net) + " points "
                                + Sentences.period(about.days()) + "; " + Sentences.number(behind.size())
                                + " customers fell there or were displeased" + mostly(behind) + ".",
                        net,
                        behind.size(),
                        new Evidence("Points gained less points lost by channel", movedBars(moved, channel)),
                        "/customers?lostOn=" + Hrefs.escaped(channel) + "&days=" + about.days()));
            }
        }
        return found;
    }

    private static CustomerFilter lostOn(Evaluation about, String channel) {
        return new CustomerFilter(
                ScopeNames.ALL, Optional.empty(), "", "", false, false, "", channel, false, false, "", about.since());
    }

    private static String mostly(List<CustomerRow> customers) {
        long far = customers.stream()
                .filter(row -> row.stage().compareTo(Stage.LOYAL) >= 0)
                .count();
        long ofFive = Math.round(5.0 * far / customers.size());
        return ofFive == 0 ? "" : ", " + ofFive + " of 5 of them loyal or more";
    }

    private static List<Bar> movedBars(PointsMoved moved, String marked) {
        return moved.channels().stream()
                .map(channel -> new Bar(
                        channel, (moved.of(channel).gained() - moved.of(channel).lost()) / 1e6, channel.equals(marked)))
                .toList();
    }

    /** Who complained on a channel may stand there because of it, so it tells nothing of what the channel does. */
    private static boolean complainedWhereTheyStand(CustomerRow row) {
        return row.displeased().stream().anyMatch(about -> about.channel().equals(row.mainChannel()));
    }

    private static List<Opportunity> offending(Evaluation about) {
        Map<String, Group> byMain = byMain(about, row -> true);
        Map<String, Group> uncomplaining = byMain(about, row -> !complainedWhereTheyStand(row));
        Group all = Group.of(byMain.values());
        Group allUncomplaining = Group.of(uncomplaining.values());
        List<Opportunity> found = new ArrayList<>();
        uncomplaining.forEach((channel, group) -> {
            double points = group.pointsOfExcess(allUncomplaining);
            if (points > 0) {
                found.add(offence(channel, points, byMain, all));
            }
        });
        return found;
    }

    private static Map<String, Group> byMain(Evaluation about, Predicate<CustomerRow> counts) {
        Map<String, Group> byMain = new TreeMap<>();
        about.customers().all().stream()
                .filter(row -> !row.channels().isEmpty() && counts.test(row))
                .forEach(row -> byMain.computeIfAbsent(row.mainChannel(), channel -> new Group())
                        .add(row.detractor(), row.score()));
        return byMain;
    }

    private static Opportunity offence(String channel, double points, Map<String, Group> byMain, Group all) {
        Group group = byMain.getOrDefault(channel, new Group());
        return new Opportunity(
                COSTLY + channel,
                Kind.COSTLY_CHANNEL,
                Sentences.number(group.hit()) + " of " + Sentences.number(group.customers())
                        + " customers who stand mostly on " + Sentences.inner(channel) + " speak against us, "
                        + Sentences.times(group.share(), group.shareElsewhere(all)) + ".",
                points,
                group.hit(),
                new Evidence(
                        "Customers who speak against us by their main channel, percent", Bars.shares(byMain, channel)),
                "/customers?main=" + Hrefs.escaped(channel) + "&detractor=true");
    }
}
