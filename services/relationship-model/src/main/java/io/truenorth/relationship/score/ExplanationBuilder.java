package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.score.Explanation.ChannelShare;
import io.truenorth.relationship.score.Explanation.DimensionShare;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Splits a standing over channels and kinds: engagement, half-life by half-life, over the active days, a day shared
 * equally among the kinds active on it; connectedness over its channels; money and advocacy over the cells that have a
 * positive mass.
 */
final class ExplanationBuilder {

    private final ScoreRules rules;
    private final Standing standing;
    private final Tally tally;
    private final int today;
    private final double[] partOfDay;
    private final double advocacyPartOfDay;

    private final List<KindMasses> active = new ArrayList<>();
    private final KindMasses money = new KindMasses();
    private final KindMasses advocacy = new KindMasses();
    private final Map<String, Double> advocacyBySubject = new TreeMap<>();

    /** Begins a split of a standing; the tally was read at its moment. */
    ExplanationBuilder(ScoreRules rules, Standing standing, Tally tally) {
        this.rules = rules;
        this.standing = standing;
        this.tally = tally;
        this.today = Days.of(standing.asOf());
        long intoDay = standing.asOf() - Days.start(today);
        this.partOfDay = rules.active.stream()
                .mapToDouble(decay -> decay.ofMillis(intoDay))
                .toArray();
        this.advocacyPartOfDay = rules.advocacy.ofMillis(intoDay);
        rules.active.forEach(decay -> active.add(new KindMasses()));
    }

    Explanation explain(RelationshipLedger ledger) {
        RelationshipScoring.forEachDay(ledger, Days.lastBefore(standing.asOf()), this::addDay);
        List<DimensionShare> dimensions = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            long microPoints = standing.contributions().of(dimension);
            dimensions.add(new DimensionShare(dimension, microPoints, split(dimension, microPoints)));
        }
        return new Explanation(standing, dimensions, advocacyBySubject);
    }

    private void addDay(List<Cell> cells) {
        int next = 0;
        while (next < cells.size()) {
            next = addChannel(cells, next);
        }
    }

    /** Adds the cells of one channel from an index on and tells where the next channel begins. */
    private int addChannel(List<Cell> cells, int first) {
        String channel = cells.get(first).channel();
        Set<String> activeKinds = new LinkedHashSet<>();
        int index = first;
        for (; index < cells.size() && cells.get(index).channel().equals(channel); index++) {
            Cell cell = cells.get(index);
            KindRule kind = rules.kind(cell.kind());
            if (Tally.isActive(cell, kind)) {
                activeKinds.add(cell.kind());
            }
            addValues(cell, kind);
        }
        for (String kind : activeKinds) {
            addActiveDay(cells.get(first).day(), channel, kind, 1.0 / activeKinds.size());
        }
        return index;
    }

    private void addValues(Cell cell, KindRule kind) {
        int days = today - cell.day();
        if (cell.valueMinor() > 0) {
            money.add(cell.channel(), cell.kind(), cell.valueMinor() * rules.money.ofDays(days));
        }
        double points = Tally.advocacyPoints(cell, kind);
        if (points > 0) {
            double mass = points * rules.advocacy.ofDays(days);
            advocacy.add(cell.channel(), cell.kind(), mass);
            advocacyBySubject.merge(cell.subject(), mass * advocacyPartOfDay, Double::sum);
        }
    }

    private void addActiveDay(int day, String channel, String kind, double share) {
        for (int i = 0; i < active.size(); i++) {
            double weight = rules.active.get(i).ofDays(today - day) * partOfDay[i];
            active.get(i).add(channel, kind, share * weight);
        }
    }

    private List<ChannelShare> split(Dimension dimension, long microPoints) {
        return switch (dimension) {
            case ENGAGEMENT -> splitEngagement(microPoints);
            case MONEY -> money.split(microPoints);
            case CONNECTEDNESS ->
                active.get(rules.connectednessDecay)
                        .split(
                                microPoints,
                                mass -> Saturation.of(
                                        mass, rules.model.connectedness().channelK()));
            case ADVOCACY -> advocacy.split(microPoints);
            case RECIPROCITY, SENTIMENT -> List.of();
        };
    }

    /** First over the half-lives by what each saturates to, then each over its channels and kinds. */
    private List<ChannelShare> splitEngagement(long microPoints) {
        int[] decays = rules.engagementDecays;
        double[] saturated = new double[decays.length];
        for (int i = 0; i < decays.length; i++) {
            saturated[i] = tally.engagement(decays[i]);
        }
        long[] parts = LargestRemainder.split(microPoints, saturated);
        List<List<ChannelShare>> splits = new ArrayList<>(decays.length);
        for (int i = 0; i < decays.length; i++) {
            splits.add(active.get(decays[i]).split(parts[i]));
        }
        return KindMasses.sum(splits);
    }
}
