package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.score.Explanation.ChannelShare;
import io.truenorth.relationship.score.Explanation.DimensionShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Splits a score over channels and kinds: engagement, half-life by half-life, over the active days, a day shared
 * equally among the kinds active on it; connectedness over its channels; money and advocacy over the cells with a
 * positive mass.
 */
final class ExplanationBuilder {

    private final ScoreRules rules;
    private final ScoreSnapshot snapshot;
    private final DecayedSums sums;
    private final int today;
    private final double[] partOfDay;
    private final double advocacyPartOfDay;
    private final int decays;
    private final KindMasses masses;
    private final Map<String, Double> advocacyBySubject = new TreeMap<>();

    /** Starts a split; {@code sums} must have been read at the time of the snapshot. */
    ExplanationBuilder(ScoreRules rules, ScoreSnapshot snapshot, DecayedSums sums) {
        this.rules = rules;
        this.snapshot = snapshot;
        this.sums = sums;
        this.today = Days.of(snapshot.asOf());
        this.decays = rules.active.length;
        this.masses = new KindMasses(decays + 2);
        this.partOfDay = new double[decays];
        for (int i = 0; i < decays; i++) {
            partOfDay[i] = sums.partOfDay(rules.active[i]);
        }
        this.advocacyPartOfDay = sums.partOfDay(rules.advocacy);
    }

    /** The indexes of masses: active days by each decay, then money, then advocacy. */
    private int money() {
        return decays;
    }

    private int advocacy() {
        return decays + 1;
    }

    Explanation explain(RelationshipLedger ledger) {
        RelationshipScoring.forEachDay(ledger, Days.lastBefore(snapshot.asOf()), this::addDay);
        List<DimensionShare> dimensions = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            long microPoints = snapshot.contributions().of(dimension);
            dimensions.add(new DimensionShare(dimension, microPoints, split(dimension, microPoints)));
        }
        return new Explanation(snapshot, dimensions, advocacyBySubject);
    }

    private void addDay(List<Cell> cells, int from, int to) {
        int next = from;
        while (next < to) {
            next = addChannel(cells, next, to);
        }
    }

    /** Adds the cells of one channel, starting at an index, and returns the index of the next channel. */
    private int addChannel(List<Cell> cells, int first, int to) {
        String channel = cells.get(first).channel();
        List<double[]> active = new ArrayList<>();
        String latestActive = "";
        int index = first;
        for (; index < to && cells.get(index).channel().equals(channel); index++) {
            Cell cell = cells.get(index);
            KindRule kind = rules.kind(cell.kind());
            double[] sums = masses.of(channel, cell.kind());
            // Cells of one kind are adjacent; they differ in their subject.
            if (CellValue.isActive(cell, kind) && !cell.kind().equals(latestActive)) {
                active.add(sums);
                latestActive = cell.kind();
            }
            addValues(cell, kind, sums);
        }
        addActiveDay(cells.get(first).day(), active);
        return index;
    }

    private void addValues(Cell cell, KindRule kind, double[] sums) {
        int days = today - cell.day();
        long money = CellValue.money(cell, kind);
        if (money > 0) {
            sums[money()] += money * rules.money.ofDays(days);
        }
        double points = CellValue.advocacyPoints(cell, kind);
        if (points > 0) {
            double mass = points * rules.advocacy.ofDays(days);
            sums[advocacy()] += mass;
            advocacyBySubject.merge(cell.subject(), mass * advocacyPartOfDay, Double::sum);
        }
    }

    /** Shares a day equally among the kinds that were active on it. */
    private void addActiveDay(int day, List<double[]> kinds) {
        if (kinds.isEmpty()) {
            return;
        }
        double share = 1.0 / kinds.size();
        for (int i = 0; i < decays; i++) {
            double mass = share * (rules.active[i].ofDays(today - day) * partOfDay[i]);
            for (double[] sums : kinds) {
                sums[i] += mass;
            }
        }
    }

    private List<ChannelShare> split(Dimension dimension, long microPoints) {
        switch (dimension) {
            case ENGAGEMENT -> giveEngagement(microPoints);
            case MONEY -> masses.give(money(), microPoints);
            case CONNECTEDNESS -> giveConnectedness(microPoints);
            case ADVOCACY -> masses.give(advocacy(), microPoints);
            case RECIPROCITY, SENTIMENT -> {
                return List.of();
            }
        }
        return masses.taken();
    }

    private void giveConnectedness(long microPoints) {
        double half = rules.model.connectedness().channelK();
        masses.give(rules.connectednessDecay, microPoints, mass -> Saturation.of(mass, half));
    }

    /** Splits over the half-lives by their saturated values first, then each over channels and kinds. */
    private void giveEngagement(long microPoints) {
        int[] halfLives = rules.engagementDecays;
        double[] saturated = new double[halfLives.length];
        for (int i = 0; i < halfLives.length; i++) {
            saturated[i] = sums.engagement(halfLives[i]);
        }
        long[] parts = LargestRemainder.split(microPoints, saturated);
        for (int i = 0; i < halfLives.length; i++) {
            masses.give(halfLives[i], parts[i]);
        }
    }
}
