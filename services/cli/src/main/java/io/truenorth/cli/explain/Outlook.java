package io.truenorth.cli.explain;

import static io.truenorth.relationship.score.ScoreSnapshot.POINT;

import io.truenorth.relationship.model.AdvocateLimits;
import io.truenorth.relationship.model.Stages;
import io.truenorth.relationship.score.Assessment;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.util.ArrayList;
import java.util.List;

/** The outlook: when points and stage fall without further touches, and what the next stage requires. */
final class Outlook {

    private final Assessment assessment;
    private final ScoreSnapshot snapshot;
    private final Stages stages;

    Outlook(Assessment assessment, Stages stages) {
        this.assessment = assessment;
        this.snapshot = assessment.snapshot();
        this.stages = stages;
    }

    /** When whole points and the stage fall; nothing where there is nothing to lose. */
    List<String> falls() {
        List<String> falls = new ArrayList<>();
        int points = snapshot.wholePoints();
        assessment
                .nextDropOfWholePoints()
                .ifPresent(moment -> falls.add("falls below " + ReportFormat.count(points, "point", "points") + " on "
                        + ReportFormat.time(moment)));
        assessment
                .nextFallOfStage()
                .ifPresent(moment -> falls.add(
                        "leaves " + ReportFormat.name(snapshot.stage()) + " on " + ReportFormat.time(moment)));
        return falls;
    }

    /** What the next stage asks for or, at the top, what keeps it. */
    String wayUp() {
        return switch (snapshot.stage()) {
            case UNKNOWN -> "becomes aware with a first touch of their own";
            case AWARE -> rises("engaged", stages.engaged().up());
            case ENGAGED -> rises("committed", stages.committed().up());
            case COMMITTED -> rises("loyal", stages.loyal().up());
            case LOYAL -> rises("an advocate", stages.advocate().up()) + advocacy(stages.advocacy());
            case ADVOCATE ->
                "stands as high as one can, and stays so from "
                        + ReportFormat.points(stages.advocate().down()) + " points on"
                        + keptAdvocacy(stages.advocacy());
        };
    }

    private String rises(String stage, double up) {
        long missing = Math.round(up * POINT) - snapshot.score();
        return "becomes " + stage + " from " + ReportFormat.points(up) + " points on"
                + (missing > 0 ? " (" + roundedUp(missing) + " more)" : " (has them)");
    }

    /** Missing points are rounded up: with fewer it would not do. */
    private static String roundedUp(long microPoints) {
        return ReportFormat.points(microPoints + 9_999);
    }

    private String advocacy(AdvocateLimits limits) {
        return ", with advocacy of " + ReportFormat.amount(limits.massUp()) + " (has "
                + ReportFormat.amount(snapshot.advocacyMass()) + ") and a detractor risk of at most "
                + ReportFormat.amount(limits.maxRisk()) + " (has " + ReportFormat.amount(snapshot.detractorRisk())
                + ")";
    }

    private String keptAdvocacy(AdvocateLimits limits) {
        return ", advocacy of " + ReportFormat.amount(limits.massDown()) + " and a detractor risk of at most "
                + ReportFormat.amount(limits.maxRisk());
    }
}
