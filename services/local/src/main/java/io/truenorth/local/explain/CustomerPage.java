package io.truenorth.local.explain;

import io.truenorth.documents.Excerpt;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.Assessment;
import io.truenorth.relationship.score.Departure;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why one customer stands where they stand, as a page of text. */
public final class CustomerPage {

    private static final int NARROWEST = 72;
    private static final int WIDEST = 100;
    private static final int MOST_SUBJECTS = 5;

    private final Ink ink;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /** @param columns of the terminal; a page is between 72 and 100 wide */
    public CustomerPage(Ink ink, int columns) {
        this.ink = ink;
        this.width = Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    /**
     * The lines of the page.
     *
     * @param name how the customer is called
     * @param asOf the moment to look from, epoch ms
     */
    public List<String> of(String name, RelationshipLedger ledger, RelationshipScoring scoring, long asOf) {
        Assessment assessment = scoring.assess(ledger, asOf);
        ScoreSnapshot snapshot = assessment.snapshot();
        Explanation explanation = assessment.explanation();
        TouchCount touches = TouchCount.of(ledger, asOf);
        addHead("Customer " + name, snapshot, touches);
        addModel(scoring.model());
        addSection("Where the points come from");
        lines.addAll(new ShareSection(ink, width, explanation, scoring.model().maxima()).lines());
        addSection("What they say");
        addVoice(explanation, touches, scoring.model().risk().detractorAt());
        addSection("The last year, week by week");
        lines.addAll(new YearCurve(scoring, ledger, asOf).lines(ink));
        Outlook outlook = new Outlook(assessment, scoring.model().stages());
        addSection("What comes next unless something happens");
        addSentences(outlook.falls());
        addSection("What the way up asks for");
        addSentences(List.of(outlook.wayUp()));
        return lines;
    }

    /** What there is to say of a customer of whom nothing counts yet. */
    public static String notYetKnown(String name, RelationshipLedger ledger, long asOf) {
        int firstDay = ledger.firstDay().orElseThrow();
        return "Customer " + name + " is first heard of on " + Words.date(Days.start(firstDay))
                + ": nothing counts as of " + Words.time(asOf) + ".";
    }

    private void addHead(String name, ScoreSnapshot snapshot, TouchCount touches) {
        String asOf = "as of " + Words.time(snapshot.asOf());
        String shown = ink.fit(name, width - asOf.length() - 2);
        lines.add(ink.strong(shown) + " ".repeat(width - shown.length() - asOf.length()) + asOf);
        lines.add(ink.rule(width));
        lines.add(ink.strong(Words.points(snapshot.score()) + " points") + ink.dot() + stages(snapshot.stage()));
        if (snapshot.detractor()) {
            lines.add(ink.warning("Detractor: speaks against us"));
        }
        String counts = touches.touchesInWords(ink);
        String span = touches.spanInWords(ink);
        boolean fits = counts.length() + ink.dot().length() + span.length() <= width;
        (fits ? List.of(counts + ink.dot() + span) : List.of(counts, span)).forEach(line -> lines.add(ink.faint(line)));
    }

    private void addModel(ScoringModel model) {
        if (!model.equals(ScoringModel.standard())) {
            lines.add(ink.faint("by the model " + Excerpt.visible(model.id()) + ", version " + model.version()));
        }
    }

    /** All stages in their order, the customer's in capitals. */
    private String stages(Stage own) {
        return Stream.of(Stage.values())
                .map(stage -> stage == own ? ink.strong(stage.name()) : ink.faint(Words.name(stage)))
                .collect(Collectors.joining(ink.faint(ink.arrow())));
    }

    private void addVoice(Explanation explanation, TouchCount touches, double detractorAt) {
        ScoreSnapshot snapshot = explanation.snapshot();
        addWrapped("for us       advocacy " + Words.amount(snapshot.advocacyMass()) + bySubject(explanation));
        lines.add("  against us   risk " + Words.amount(snapshot.detractorRisk()) + " (a detractor from "
                + Words.amount(detractorAt) + " on)");
        lines.add("  answers      " + touches.answersInWords());
        snapshot.lastDeparture().ifPresent(last -> addWrapped("left         " + departure(last)));
    }

    private static String departure(Departure last) {
        return Words.date(Days.start(last.day())) + ", " + Excerpt.visible(last.kind()) + " on "
                + Excerpt.visible(last.channel());
    }

    private String bySubject(Explanation explanation) {
        Map<String, Double> masses = explanation.advocacyMassBySubject();
        if (masses.isEmpty()) {
            return "";
        }
        String rest =
                masses.size() > MOST_SUBJECTS ? ink.dot() + (masses.size() - MOST_SUBJECTS) + " subjects more" : "";
        return ": "
                + masses.entrySet().stream()
                        .sorted(Comparator.comparingDouble((Map.Entry<String, Double> mass) -> -mass.getValue()))
                        .limit(MOST_SUBJECTS)
                        .map(mass -> (mass.getKey().isEmpty() ? "without subject" : Excerpt.visible(mass.getKey()))
                                + " " + Words.amount(mass.getValue()))
                        .collect(Collectors.joining(ink.dot()))
                + rest;
    }

    private void addSection(String title) {
        lines.add("");
        lines.add(ink.strong(title));
    }

    private void addSentences(List<String> sentences) {
        sentences.forEach(this::addWrapped);
        if (sentences.isEmpty()) {
            lines.add("  nothing: there is nothing to lose");
        }
    }

    /** A sentence in as many lines as it needs. */
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
