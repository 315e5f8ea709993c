package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.streams.customer.CustomerHistory.Cells;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Builds the history of a customer from the ledger. */
final class CustomerHistoryBuilder {
    private static final int MOST_MOMENTS = 200;
    private static final int MOST_CELLS = 500;

    private final RelationshipScoring scoring;

    CustomerHistoryBuilder(RelationshipScoring scoring) {
        this.scoring = scoring;
    }

    /** Returns the history until a time, epoch ms. */
    CustomerHistory of(String customer, RelationshipLedger ledger, long asOf) {
        List<Cells> cells = cells(ledger, Days.lastBefore(asOf));
        int first = Math.max(0, cells.size() - MOST_CELLS);
        List<Cells> newest = new ArrayList<>(cells.subList(first, cells.size()));
        Collections.reverse(newest);
        return new CustomerHistory(customer, curve(ledger, cells, asOf), newest, first);
    }

    /** Sums up the cells over subjects, in the order of days. */
    private static List<Cells> cells(RelationshipLedger ledger, int lastDay) {
        List<Cells> merged = new ArrayList<>();
        ledger.forEachCell(cell -> {
            if (cell.day() <= lastDay && (cell.inbound() | cell.outbound()) != 0) {
                add(merged, cell);
            }
        });
        return merged;
    }

    private static void add(List<Cells> merged, Cell cell) {
        Cells next = new Cells(cell.day(), cell.channel(), cell.kind(), cell.inbound(), cell.outbound());
        int last = merged.size() - 1;
        if (last >= 0 && isSamePlace(merged.get(last), next)) {
            merged.set(last, merged.get(last).plus(next));
        } else {
            merged.add(next);
        }
    }

    private static boolean isSamePlace(Cells one, Cells other) {
        return one.day() == other.day()
                && one.channel().equals(other.channel())
                && one.kind().equals(other.kind());
    }

    private List<ScoreSnapshot> curve(RelationshipLedger ledger, List<Cells> cells, long asOf) {
        if (cells.isEmpty()) {
            return List.of(scoring.snapshot(ledger, asOf));
        }
        long begin = Days.start(cells.get(0).day());
        List<ScoreSnapshot> curve = new ArrayList<>(MOST_MOMENTS);
        for (int i = 0; i < MOST_MOMENTS; i++) {
            long moment = begin + (asOf - begin) * i / (MOST_MOMENTS - 1);
            if (curve.isEmpty() || curve.get(curve.size() - 1).asOf() < moment) {
                curve.add(scoring.snapshot(ledger, moment));
            }
        }
        return curve;
    }
}
