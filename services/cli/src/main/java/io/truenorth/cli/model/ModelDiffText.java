package io.truenorth.cli.model;

import static io.truenorth.relationship.score.ScoreSnapshot.POINT;

import io.truenorth.cli.explain.TerminalStyle;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.model.ModelDifference;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The difference between two models as a text for a terminal: their values, and what becomes of the customers. */
final class ModelDiffText {

    private static final int LONGEST_VALUE = 60;
    private static final int MOST_CUSTOMERS = 10;
    private static final int STAGE = 11;

    private final TerminalStyle style;

    ModelDiffText(TerminalStyle style) {
        this.style = style;
    }

    /** The values in which the models differ. */
    List<String> differences(ScoringModel before, ScoringModel after) {
        List<ModelDifference> differences = ModelDifference.between(before, after);
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(text(
                "%s %d%s%s %d: %s",
                Excerpt.visible(before.id()),
                before.version(),
                style.arrow(),
                Excerpt.visible(after.id()),
                after.version(),
                count(differences.size(), "value differs", "values differ"))));
        int width = differences.stream()
                .mapToInt(difference -> difference.path().length())
                .max()
                .orElse(0);
        differences.forEach(difference -> lines.add("  " + padded(difference.path(), width) + "  "
                + value(difference.before()) + style.arrow() + value(difference.after())));
        return lines;
    }

    private static String value(Optional<String> value) {
        return value.map(text -> Excerpt.plain(text, LONGEST_VALUE)).orElse("not listed");
    }

    /**
     * The changes of the customers.
     *
     * @param name the full name of a customer
     */
    List<String> changes(List<ModelScoreChange> changes, Instant asOf, UnaryOperator<String> name) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(style.strong(summary(changes, asOf)));
        lines.add("");
        lines.addAll(stages(changes));
        List<ModelScoreChange> most = changes.stream()
                .filter(change -> change.difference() != 0)
                .sorted(Comparator.comparingLong((ModelScoreChange change) -> -Math.abs(change.difference())))
                .limit(MOST_CUSTOMERS)
                .toList();
        if (!most.isEmpty()) {
            lines.add("");
            lines.add("  before    after   change  most changed customers");
            most.forEach(change -> lines.add(line(change, name.apply(change.customer()))));
        }
        return lines;
    }

    private String summary(List<ModelScoreChange> changes, Instant asOf) {
        double before = mean(changes, ModelScoreChange::before);
        double after = mean(changes, ModelScoreChange::after);
        return text(
                "%s as of %s: %s stage; mean score %.2f%s%.2f (%+.2f)",
                count(changes.size(), "customer", "customers"),
                asOf,
                count(changes.stream().filter(ModelScoreChange::changesStage).count(), "changes", "change"),
                before,
                style.arrow(),
                after,
                after - before);
    }

    private static double mean(
            List<ModelScoreChange> changes, Function<ModelScoreChange, Optional<ScoreSnapshot>> side) {
        return changes.stream()
                        .mapToLong(change -> ModelScoreChange.score(side.apply(change)))
                        .average()
                        .orElse(0)
                / POINT;
    }

    /** A row for each stage before, a column for each stage after. */
    private List<String> stages(List<ModelScoreChange> changes) {
        Map<Optional<Stage>, Map<Optional<Stage>, Integer>> counts = new HashMap<>();
        changes.forEach(
                change -> counts.computeIfAbsent(ModelScoreChange.stage(change.before()), stage -> new HashMap<>())
                        .merge(ModelScoreChange.stage(change.after()), 1, Integer::sum));
        List<Optional<Stage>> columns = Stream.concat(
                        Stream.of(Optional.<Stage>empty())
                                .filter(none -> counts.values().stream().anyMatch(row -> row.containsKey(none))),
                        Stream.of(Stage.values()).map(Optional::of))
                .toList();
        List<String> lines = new ArrayList<>();
        StringBuilder heading = new StringBuilder(padded("from \\ to", STAGE));
        columns.forEach(stage -> heading.append(text("%" + STAGE + "s", ModelScoreChange.name(stage))));
        lines.add(heading.toString());
        Stream.concat(
                        Stream.of(Optional.<Stage>empty()),
                        Stream.of(Stage.values()).map(Optional::of))
                .filter(counts::containsKey)
                .forEach(stage -> lines.add(row(stage, counts.getOrDefault(stage, Map.of()), columns)));
        return lines;
    }

    /** Customers who keep their stage are faint. */
    private String row(Optional<Stage> from, Map<Optional<Stage>, Integer> counts, List<Optional<Stage>> columns) {
        StringBuilder row = new StringBuilder(padded(ModelScoreChange.name(from), STAGE));
        for (Optional<Stage> to : columns) {
            Integer count = counts.get(to);
            String cell = text("%" + STAGE + "s", count == null ? style.dash() : text("%,d", count));
            row.append(count == null || from.equals(to) ? style.faint(cell) : cell);
        }
        return row.toString();
    }

    private String line(ModelScoreChange change, String name) {
        String stages = change.changesStage()
                ? ModelScoreChange.name(ModelScoreChange.stage(change.before()))
                        + style.arrow()
                        + ModelScoreChange.name(ModelScoreChange.stage(change.after()))
                : "still " + ModelScoreChange.name(ModelScoreChange.stage(change.after()));
        return text(
                "%8.2f %8.2f %+8.2f  %s, %s",
                (double) ModelScoreChange.score(change.before()) / POINT,
                (double) ModelScoreChange.score(change.after()) / POINT,
                (double) change.difference() / POINT,
                Excerpt.visible(name),
                stages);
    }

    private static String count(long number, String one, String many) {
        return text("%,d %s", number, number == 1 ? one : many);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
