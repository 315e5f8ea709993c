package io.truenorth.cli.explain;

import io.truenorth.documents.Excerpt;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.score.ScoreEffect;
import io.truenorth.relationship.score.ScoreEffect.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What has changed a score: a line for each cause with what it has changed, and under it a line for each day, channel and kind, the
 * greatest amounts first. The lines of a cause add up to it.
 */
public final class ChangeSection {
    private static final int MOST_LINES = 12;
    private static final int LONGEST_LABEL = 44;
    private static final int POINTS_COLUMNS = 8;

    private final TerminalStyle style;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /** @param columns of the terminal */
    public ChangeSection(TerminalStyle style, int columns) {
        this.style = style;
        this.width = columns;
    }

    /**
     * Returns the lines.
     *
     * @param causes what each cause has changed, in micro-points
     * @param effects what has changed the score; the smallest of them may be missing
     */
    public List<String> of(Map<Cause, Long> causes, List<ScoreEffect> effects) {
        Map<Cause, List<ScoreEffect>> byCause = effects.stream()
                .collect(Collectors.groupingBy(
                        ScoreEffect::cause, () -> new EnumMap<>(Cause.class), Collectors.toList()));
        for (Cause cause : List.of(Cause.TOUCHES, Cause.DECAY, Cause.JOIN, Cause.MODEL)) {
            List<ScoreEffect> ofCause = byCause.getOrDefault(cause, List.of());
            if (!ofCause.isEmpty()) {
                long whole = causes.getOrDefault(cause, 0L);
                lines.add(style.strong(label("  " + inWords(cause)) + points(whole)));
                addGroups(whole, ofCause);
            }
        }
        if (lines.isEmpty()) {
            lines.add("  nothing");
        }
        return lines;
    }

    private static String inWords(Cause cause) {
        return switch (cause) {
            case TOUCHES -> "what happened since";
            case DECAY -> "time: what happened before counts less";
            case JOIN -> "earlier touches of joined identities";
            case MODEL -> "another scoring model";
        };
    }

    /** Where the effects of a line are. */
    private record Place(OptionalInt day, String channel, String kind) {}

    private void addGroups(long whole, List<ScoreEffect> effects) {
        Map<Place, List<ScoreEffect>> groups = effects.stream()
                .collect(Collectors.groupingBy(
                        effect -> new Place(effect.day(), effect.channel(), effect.kind()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Map.Entry<Place, List<ScoreEffect>>> greatest = groups.entrySet().stream()
                .sorted(Comparator.comparingLong(
                        (Map.Entry<Place, List<ScoreEffect>> group) -> -Math.abs(sum(group.getValue()))))
                .limit(MOST_LINES)
                .toList();
        greatest.forEach(group -> addGroup(group.getKey(), group.getValue()));
        long shown = greatest.stream().mapToLong(group -> sum(group.getValue())).sum();
        if (groups.size() > MOST_LINES || shown != whole) {
            lines.add(style.faint(label("    all others") + points(whole - shown)));
        }
    }

    private void addGroup(Place place, List<ScoreEffect> effects) {
        String dimensions = effects.stream()
                .sorted(Comparator.comparing(ScoreEffect::dimension))
                .map(effect -> ReportFormat.name(effect.dimension()) + " " + ReportFormat.change(effect.microPoints()))
                .collect(Collectors.joining(style.dot()));
        String line = label("    " + inWords(place)) + points(sum(effects));
        lines.add(line + style.faint(style.fit("  " + dimensions, Math.max(1, width - line.length()))));
    }

    private static String inWords(Place place) {
        String day = place.day().isPresent()
                ? ReportFormat.day(Days.start(place.day().getAsInt())) + "  "
                : "";
        String what = place.channel().isEmpty() ? "on no channel" : place.channel() + ": " + place.kind();
        return day + Excerpt.visible(what);
    }

    private static long sum(List<ScoreEffect> effects) {
        return effects.stream().mapToLong(ScoreEffect::microPoints).sum();
    }

    private String label(String text) {
        return String.format("%-" + LONGEST_LABEL + "s", style.fit(text, LONGEST_LABEL - 1));
    }

    private static String points(long microPoints) {
        return String.format("%" + POINTS_COLUMNS + "s", ReportFormat.change(microPoints));
    }
}
