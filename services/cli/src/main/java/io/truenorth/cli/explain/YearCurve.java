package io.truenorth.cli.explain;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.score.RelationshipScoring;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The score at the same moment of each week of the last year: computed, not stored. */
final class YearCurve {

    private static final int WEEKS = 52;
    private static final long WEEK = 7 * Days.MILLIS;

    private final long asOf;
    private final List<Long> scores = new ArrayList<>();

    YearCurve(RelationshipScoring scoring, RelationshipLedger ledger, long asOf) {
        this.asOf = asOf;
        for (int weeksAgo = WEEKS; weeksAgo >= 0; weeksAgo--) {
            scores.add(scoring.score(ledger, asOf - weeksAgo * WEEK));
        }
    }

    /** The curve between its first and its last score, and the highest of all. */
    List<String> lines(TerminalStyle style) {
        long highest = Collections.max(scores);
        long first = scores.get(0);
        long last = scores.get(WEEKS);
        String curve = String.format("  %6s ", ReportFormat.points(first)) + style.curve(scores) + " "
                + ReportFormat.points(last);
        String from = ReportFormat.date(asOf - WEEKS * WEEK);
        String to = ReportFormat.date(asOf);
        String dates = " ".repeat(9) + from + " ".repeat(Math.max(1, WEEKS + 1 - from.length() - to.length())) + to;
        String peak = "  highest " + ReportFormat.points(highest) + " on " + ReportFormat.date(momentOf(highest));
        return List.of(curve, style.faint(dates), peak);
    }

    private long momentOf(long score) {
        return asOf - (WEEKS - scores.lastIndexOf(score)) * WEEK;
    }
}
