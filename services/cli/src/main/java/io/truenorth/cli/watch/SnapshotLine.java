package io.truenorth.cli.watch;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Contributions;
import io.truenorth.contract.StageCounts;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats a snapshot of a scope as a line. */
public final class SnapshotLine {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SnapshotLine() {}

    /** Customers by stage, or the contributions of a channel or product. */
    public static String of(AdvocacySnapshot snapshot) {
        String begin = TIME.format(Instant.ofEpochMilli(snapshot.getAt())) + "  " + snapshot.getScope();
        return snapshot.getCustomers() > 0 ? begin + customers(snapshot) : begin + contributions(snapshot);
    }

    private static String customers(AdvocacySnapshot snapshot) {
        StageCounts stages = snapshot.getStages();
        return String.format(
                Locale.ROOT,
                "  net advocacy %+.1f  %,d customers: %,d unknown, %,d aware, %,d engaged, %,d committed, %,d loyal,"
                        + " %,d advocates; %,d detractors",
                snapshot.getNetAdvocacyIndex(),
                snapshot.getCustomers(),
                stages.getUnknown(),
                stages.getAware(),
                stages.getEngaged(),
                stages.getCommitted(),
                stages.getLoyal(),
                stages.getAdvocate(),
                snapshot.getDetractors());
    }

    private static String contributions(AdvocacySnapshot snapshot) {
        Contributions sums = snapshot.getContributions();
        long total = sums.getEngagement() + sums.getMoney() + sums.getConnectedness() + sums.getAdvocacy();
        return String.format(
                Locale.ROOT,
                "  gives %,.2f points: engagement %,.2f, money %,.2f, connectedness %,.2f, advocacy %,.2f",
                points(total),
                points(sums.getEngagement()),
                points(sums.getMoney()),
                points(sums.getConnectedness()),
                points(sums.getAdvocacy()));
    }

    private static double points(long microPoints) {
        return (double) microPoints / ScoreSnapshot.POINT;
    }
}
