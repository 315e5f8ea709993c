package io.truenorth.cli.explain;

import io.truenorth.documents.Excerpt;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.Assessment;
import io.truenorth.relationship.score.Departure;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreChange;
import io.truenorth.relationship.score.ScoreComparison;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report on one customer: score, origin of the points, history, outlook. */
public final class ExplanationText {

    private static final int NARROWEST = 72;
    private static final int WIDEST = 100;
    private static final int MOST_SUBJECTS = 5;

    private final TerminalStyle style;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /** @param columns of the terminal; the report is 72 to 100 columns wide */
    public ExplanationText(TerminalStyle style, int columns) {
        this.style = style;
        this.width = Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    /**
     * The lines of the report.
     *
     * @param name the name of the customer
     * @param since an earlier moment, to tell what has changed since, epoch ms; may be empty
     * @param asOf the point in time, epoch ms
     */
    public List<String> of(
            String name, RelationshipLedger ledger, RelationshipScoring scoring, OptionalLong since, long asOf) {
        Assessment assessment = scoring.assess(ledger, asOf);
        ScoreSnapshot snapshot = assessment.snapshot();
        Explanation explanation = assessment.explanation();
        TouchCount touches = TouchCount.of(ledger, asOf);
        addHead("Customer " + name, snapshot, touches);
        addModel(scoring.model());
        addSection("Where the points come from");
        lines.addAll(new ShareSection(style, width, explanation, scoring.model().maxima()).lines());
        since.ifPresent(
                before -> addChange(new ScoreComparison(scoring, scoring).between(ledger, ledger, before, asOf)));
        addSection("What they say");
        addVoice(explanation, touches, scoring.model().risk().detractorAt());
        addSection("The last year, week by week");
        lines.addAll(new YearCurve(scoring, ledger, asOf).lines(style));
        Outlook outlook = new Outlook(assessment, scoring.model().stages());
        addSection("What comes next unless something happens");
        addSentences(outlook.falls());
        addSection("What the way up asks for");
        addSentences(List.of(outlook.wayUp()));
        return lines;
    }

    private void addChange(ScoreChange change) {
        ScoreSnapshot before = change.before();
        addSection("What has changed since " + ReportFormat.time(before.asOf()) + ": "
                + ReportFormat.points(before.score()) + " points" + style.dot() + ReportFormat.name(before.stage())
                + style.dot() + ReportFormat.change(change.microPoints()));
        lines.addAll(new ChangeSection(style, width).of(change.byCause(), change.effects()));
    }

    /** The message for a customer without any touch before the point in time. */
    public static String notYetKnown(String name, RelationshipLedger ledger, long asOf) {
        int firstDay = ledger.firstDay().orElseThrow();
        return "Customer " + name + " is first heard of on " + ReportFormat.date(Days.start(firstDay))
                + ": nothing counts as of " + ReportFormat.time(asOf) + ".";
    }

    private void addHead(String name, ScoreSnapshot snapshot, TouchCount touches) {
        String asOf = "as of " + ReportFormat.time(snapshot.asOf());
        String shown = style.fit(name, width - asOf.length() - 2);
        lines.add(style.strong(shown) + " ".repeat(width - shown.length() - asOf.length()) + asOf);
        lines.add(style.rule(width));
        lines.add(style.strong(ReportFormat.points(snapshot.score()) + " points")
                + style.dot()
                + stages(snapshot.stage()));
        if (snapshot.detractor()) {
            lines.add(style.warning("Detractor: speaks against us"));
        }
        String counts = touches.touchesInWords(style);
        String span = touches.spanInWords(style);
        boolean fits = counts.length() + style.dot().length() + span.length() <= width;
        (fits ? List.of(counts + style.dot() + span) : List.of(counts, span))
                .forEach(line -> lines.add(style.faint(line)));
    }

    private void addModel(ScoringModel model) {
        if (!model.equals(ScoringModel.standard())) {
            lines.add(style.faint("by the model " + Excerpt.visible(model.id()) + ", version " + model.version()));
        }
    }

    /** All stages in order, the customer's in capitals. */
    private String stages(Stage own) {
        return Stream.of(Stage.values())
                .map(stage -> stage == own ? style.strong(stage.name()) : style.faint(ReportFormat.name(stage)))
                .collect(Collectors.joining(style.faint(style.arrow())));
    }

    private void addVoice(Explanation explanation, TouchCount touches, double detractorAt) {
        ScoreSnapshot snapshot = explanation.snapshot();
        addWrapped("for us       advocacy " + ReportFormat.amount(snapshot.advocacyMass()) + bySubject(explanation));
        lines.add("  against us   risk " + ReportFormat.amount(snapshot.detractorRisk()) + " (a detractor from "
                + ReportFormat.amount(detractorAt) + " on)");
        lines.add("  answers      " + touches.answersInWords());
        snapshot.lastDeparture().ifPresent(last -> addWrapped("left         " + departure(last)));
    }

    private static String departure(Departure last) {
        return ReportFormat.date(Days.start(last.day())) + ", " + Excerpt.visible(last.kind()) + " on "
                + Excerpt.visible(last.channel());
    }

    private String bySubject(Explanation explanation) {
        Map<String, Double> masses = explanation.advocacyMassBySubject();
        if (masses.isEmpty()) {
            return "";
        }
        String rest =
                masses.size() > MOST_SUBJECTS ? style.dot() + (masses.size() - MOST_SUBJECTS) + " subjects more" : "";
        return ": "
                + masses.entrySet().stream()
                        .sorted(Comparator.comparingDouble((Map.Entry<String, Double> mass) -> -mass.getValue()))
                        .limit(MOST_SUBJECTS)
                        .map(mass -> (mass.getKey().isEmpty() ? "without subject" : Excerpt.visible(mass.getKey()))
                                + " " + ReportFormat.amount(mass.getValue()))
                        .collect(Collectors.joining(style.dot()))
                + rest;
    }

    private void addSection(String title) {
        lines.add("");
        lines.add(style.strong(title));
    }

    private void addSentences(List<String> sentences) {
        sentences.forEach(this::addWrapped);
        if (sentences.isEmpty()) {
            lines.add("  nothing: there is nothing to lose");
        }
    }

    /** A sentence, wrapped. */
    private void addWrapped(String sentence) {
        StringBuilder line = new StringBuilder("  ");
        for (String word : sentence.split(" ", -1)) {
            if (line.length() + word.length() > width) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder("    ");
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }
}
