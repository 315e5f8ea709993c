package io.truenorth.cli.watch;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Formats published scores as lines, each with the change since the previous one. */
public final class ScoreLine {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int REMEMBERED = 100_000;

    private final Map<String, Long> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Formats a score. */
    public String of(RelationshipScore score) {
        Long before = latest.put(score.getCustomer(), score.getScore());
        String line = of(
                score.getScoredAt(),
                score.getCustomer(),
                score.getScore(),
                before == null ? OptionalLong.empty() : OptionalLong.of(score.getScore() - before),
                score.getStage().name());
        return score.getDetractor() ? line + "  detractor" : line;
    }

    /** Formats the current score of a customer, to which the next one is compared. */
    public String snapshot(long asOf, String customer, long score, String stage) {
        latest.put(customer, score);
        return of(asOf, customer, score, OptionalLong.empty(), stage);
    }

    /** The line of a customer whose score was withdrawn. */
    public String withdrawn(String customer) {
        latest.put(customer, 0L);
        return customer + " has no score any more";
    }

    /** The line of an unknown customer, whose first score is a change from zero. */
    public String unknown(String customer) {
        latest.put(customer, 0L);
        return customer + " is not known yet";
    }

    private static String of(long at, String customer, long score, OptionalLong change, String stage) {
        return String.format(
                Locale.ROOT,
                "%s  %-24s %6.2f %s  %s",
                TIME.format(Instant.ofEpochMilli(at)),
                customer,
                points(score),
                change.isPresent() ? String.format(Locale.ROOT, "%+7.2f", points(change.getAsLong())) : "       ",
                stage.toLowerCase(Locale.ROOT));
    }

    private static double points(long microPoints) {
        return (double) microPoints / ScoreSnapshot.POINT;
    }
}
