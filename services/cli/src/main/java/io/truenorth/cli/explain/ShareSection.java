package io.truenorth.cli.explain;

import static io.truenorth.relationship.score.ScoreSnapshot.POINT;

import io.truenorth.documents.Excerpt;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.Explanation.ChannelShare;
import io.truenorth.relationship.score.Explanation.DimensionShare;
import io.truenorth.relationship.score.Explanation.KindShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where the points come from: a bar for every dimension in its track, the channels and kinds under it. All bars share one
 * scale, so that together they are as long as the score.
 */
final class ShareSection {

    private static final int LONGEST_LABEL = 34;
    private static final int POINTS_COLUMNS = 8;
    private static final int LIMIT_COLUMNS = 8;

    private final TerminalStyle style;
    private final Map<Dimension, Double> maxima;
    private final int labelColumns;
    private final double columnsPerMicroPoint;
    private final List<String> lines = new ArrayList<>();

    /** @param maxima the most that each dimension gives, in micro-points */
    ShareSection(TerminalStyle style, int width, Explanation explanation, Map<Dimension, Double> maxima) {
        this.style = style;
        this.maxima = maxima;
        this.labelColumns = Math.min(LONGEST_LABEL, longestLabel(explanation)) + 1;
        double most =
                maxima.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        this.columnsPerMicroPoint = (width - labelColumns - POINTS_COLUMNS - LIMIT_COLUMNS) / most;
        explanation.dimensions().forEach(this::addDimension);
    }

    List<String> lines() {
        return lines;
    }

    private static int longestLabel(Explanation explanation) {
        int longest = 0;
        for (DimensionShare dimension : explanation.dimensions()) {
            longest = Math.max(longest, 2 + dimension.dimension().name().length());
            for (ChannelShare channel : dimension.channels()) {
                longest = Math.max(longest, 4 + name(channel).length());
                for (KindShare kind : channel.kinds()) {
                    longest = Math.max(longest, 6 + Excerpt.visible(kind.kind()).length());
                }
            }
        }
        return longest;
    }

    private void addDimension(DimensionShare share) {
        double maximum = maxima.getOrDefault(share.dimension(), 0.0);
        if (maximum == 0) {
            return;
        }
        String label = label("  " + ReportFormat.name(share.dimension()));
        String bar = style.bar(share.microPoints() * columnsPerMicroPoint, maximum * columnsPerMicroPoint);
        lines.add(style.strong(label) + points(share.microPoints()) + "  " + bar
                + style.faint(" of " + ReportFormat.points(maximum / POINT)));
        share.channels().stream()
                .filter(channel -> channel.microPoints() > 0)
                .sorted(Comparator.comparingLong((ChannelShare channel) -> -channel.microPoints()))
                .forEach(this::addChannel);
    }

    private void addChannel(ChannelShare share) {
        String bar = style.bar(share.microPoints() * columnsPerMicroPoint);
        lines.add(label("    " + name(share)) + points(share.microPoints()) + "  " + bar);
        if (share.kinds().size() > 1) {
            share.kinds().stream()
                    .filter(kind -> kind.microPoints() > 0)
                    .sorted(Comparator.comparingLong((KindShare kind) -> -kind.microPoints()))
                    .forEach(this::addKind);
        }
    }

    /** A channel with a single kind is one line. */
    private static String name(ChannelShare share) {
        return Excerpt.visible(
                share.kinds().size() == 1
                        ? share.channel() + ": " + share.kinds().get(0).kind()
                        : share.channel());
    }

    private void addKind(KindShare share) {
        lines.add(style.faint(label("      " + Excerpt.visible(share.kind())) + points(share.microPoints())));
    }

    private String label(String text) {
        return String.format("%-" + labelColumns + "s", style.fit(text, labelColumns));
    }

    private static String points(long microPoints) {
        return String.format("%" + (POINTS_COLUMNS - 2) + "s", ReportFormat.points(microPoints));
    }
}
