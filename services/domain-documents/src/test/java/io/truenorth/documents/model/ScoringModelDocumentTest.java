package io.truenorth.documents.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.truenorth.documents.Document;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.model.Advocacy;
import io.truenorth.relationship.model.AdvocateLimits;
import io.truenorth.relationship.model.AnswerScale;
import io.truenorth.relationship.model.Connectedness;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.Engagement;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.model.Kinds;
import io.truenorth.relationship.model.Money;
import io.truenorth.relationship.model.Reciprocity;
import io.truenorth.relationship.model.Risk;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.SentimentPrior;
import io.truenorth.relationship.model.StageLimits;
import io.truenorth.relationship.model.Stages;
import io.truenorth.relationship.model.UnknownKinds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringModelDocumentTest {

    private static final ScoringModel STANDARD = ScoringModel.standard();
    private static final long DAY = 86_400_000L;

    @Test
    void theStandardDocumentIsTheStandardModel() {
        assertThat(read(ScoringModelDocument.standardText())).isEqualTo(STANDARD);
    }

    @Test
    void whatIsLeftOutIsTheStandardModels() {
        ScoringModel model = read("id: ours");

        assertThat(model.id()).isEqualTo("ours");
        assertThat(model.version()).isEqualTo(1);
        assertThat(named(model, "standard", STANDARD.version())).isEqualTo(STANDARD);
    }

    @Test
    void everyKeyIsRead() {
        ScoringModel model = read("""
                id: ours
                version: 7
                dimensions:
                  engagement: {weight: 1, halfLives: [1d, 2d, 3d], k: 4}
                  money: {weight: 2, halfLife: 5d, k: 6}
                  connectedness: {weight: 3, halfLife: 7d, channelK: 8, k: 9}
                  reciprocity: {weight: 4, halfLife: 10d, k: 11}
                  sentiment: {weight: 5, strength: 12, mean: 0.13}
                  advocacy: {weight: 6, halfLife: 14d, k: 15}
                risk: {halfLife: 16d, k: 17, detractorAt: 0.18}
                kinds:
                  purchase: {}
                  cheer: {points: 19}
                  glance: {passive: true}
                  goodbye: {leaving: true}
                unknownKinds: refuse
                stages:
                  engaged: {up: 21, down: 20}
                  committed: {up: 31, down: 30}
                  loyal: {up: 41, down: 40}
                  advocate: {up: 51, down: 50, massUp: 52, massDown: 51.5, maxRisk: 0.53}
                answers:
                  thumbs:
                    - {from: 0, to: 0, sentiment: -1}
                    - {from: 1, to: 1, sentiment: 1}
                """);

        assertThat(model)
                .isEqualTo(new ScoringModel(
                        "ours",
                        7,
                        new Engagement(1, List.of(DAY, 2 * DAY, 3 * DAY), 4),
                        new Money(2, 5 * DAY, 6),
                        new Connectedness(3, 7 * DAY, 8, 9),
                        new Reciprocity(4, 10 * DAY, 11),
                        new SentimentPrior(5, 12, 0.13),
                        new Advocacy(6, 14 * DAY, 15),
                        new Risk(16 * DAY, 17, 0.18),
                        new Kinds(
                                Map.of(
                                        "purchase", KindRule.ENGAGING,
                                        "cheer", KindRule.advocating(19),
                                        "glance", KindRule.PASSIVE,
                                        "goodbye", KindRule.LEAVING),
                                UnknownKinds.REFUSE),
                        new Stages(
                                new StageLimits(21, 20),
                                new StageLimits(31, 30),
                                new StageLimits(41, 40),
                                new StageLimits(51, 50),
                                new AdvocateLimits(52, 51.5, 0.53)),
                        Map.of(
                                "thumbs",
                                new AnswerScale(List.of(
                                        new AnswerScale.Range(0, 0, Sentiment.NEGATIVE),
                                        new AnswerScale.Range(1, 1, Sentiment.POSITIVE))))));
    }

    @Test
    void aDimensionThatIsNotListedHasNoWeight() {
        ScoringModel model = read("{id: ours, dimensions: {engagement: {}, money: {weight: 0.2}}}");

        assertThat(model.engagement()).isEqualTo(STANDARD.engagement());
        assertThat(model.money())
                .isEqualTo(new Money(
                        0.2, STANDARD.money().halfLife(), STANDARD.money().k()));
        assertThat(model.maxima())
                .containsEntry(Dimension.ENGAGEMENT, 75_000_000.0)
                .containsEntry(Dimension.MONEY, 25_000_000.0)
                .containsEntry(Dimension.ADVOCACY, 0.0);
    }

    @ParameterizedTest
    @CsvSource({"quick, 0.5", "standard, 1", "slow, 4", "0.05, 0.05", "1, 1", "2.25, 2.25", "50, 50"})
    void aPaceSetsAllHalfLivesTogether(String pace, double factor) {
        ScoringModel model = read("{id: ours, pace: " + pace + "}");

        assertThat(named(model, "standard", STANDARD.version())).isEqualTo(STANDARD.atPace(factor));
        assertThat(model.engagement().halfLives())
                .containsExactly(Math.round(28 * DAY * factor), Math.round(182 * DAY * factor));
        assertThat(model.risk().halfLife()).isEqualTo(Math.round(364 * DAY * factor));
    }

    @Test
    void halfLivesThatAreStatedRemainAsStatedWhateverThePace() {
        ScoringModel model = read("""
                id: ours
                dimensions: {engagement: {halfLives: [2w]}, money: {}}
                risk: {halfLife: 3w}
                pace: slow
                """);

        assertThat(model.engagement().halfLives()).containsExactly(14 * DAY);
        assertThat(model.risk().halfLife()).isEqualTo(21 * DAY);
        assertThat(model.money().halfLife()).isEqualTo(4 * 182 * DAY);
    }

    @Test
    void kindsAndAnswersAreGivenWhole() {
        ScoringModel model = read("{id: ours, kinds: {cheer: {points: 2}}, answers: {}}");

        assertThat(model.kinds().rules()).containsOnlyKeys("cheer");
        assertThat(model.kinds().unknown()).isEqualTo(UnknownKinds.ENGAGE);
        assertThat(model.answerScales()).isEmpty();
    }

    @Test
    void groupsOfKindsComeOnTopOfTheKinds() {
        Map<String, KindRule> beside = read("""
                id: ours
                kinds: { cheer: { points: 2 } }
                kindGroups:
                  parcels: { kinds: [parcel_lost, parcel_delayed], passive: true }
                  store: { kinds: [store_visited], points: 0.5 }
                """).kinds().rules();
        Map<String, KindRule> onTop = read("""
                id: ours
                kindGroups:
                  goodbye: { kinds: [moved_away, email_opened], leaving: true }
                """).kinds().rules();

        assertThat(beside)
                .isEqualTo(Map.of(
                        "cheer",
                        KindRule.advocating(2),
                        "parcel_lost",
                        KindRule.PASSIVE,
                        "parcel_delayed",
                        KindRule.PASSIVE,
                        "store_visited",
                        KindRule.advocating(0.5)));
        assertThat(onTop)
                .hasSize(STANDARD.kinds().rules().size() + 1)
                .containsEntry("moved_away", KindRule.LEAVING)
                .containsEntry("email_opened", KindRule.LEAVING)
                .containsEntry("refund", KindRule.PASSIVE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: 0 | version: expected a whole number from 1 to 2147483647, was \"0\"",
                "pace: brisk | pace: expected quick, standard, slow or a factor from 0.05 to 50.0, was \"brisk\"",
                "pace: 0 | pace: expected quick, standard, slow or a factor from 0.05 to 50.0, was \"0\"",
                "pace: 51 | pace: expected quick, standard, slow or a factor from 0.05 to 50.0, was \"51\"",
                "pace: -1 | pace: expected quick, standard, slow or a factor from 0.05 to 50.0, was \"-1\"",
                "pace: 1e1 | pace: expected quick, standard, slow or a factor from 0.05 to 50.0, was \"1e1\"",
                "pace: [slow] | pace: expected a text, was a list",
                "dimensions: {engagement: {weight: NaN}} | dimensions.engagement.weight: expected a number, was \"NaN\"",
                "dimensions: {engagement: {weight: -1}}"
                        + " | dimensions.engagement.weight: expected a number from 0.0 to 1000.0, was -1.0",
                "dimensions: {engagement: {weight: 1e30}}"
                        + " | dimensions.engagement.weight: expected a number from 0.0 to 1000.0, was 1.0E30",
                "dimensions: {engagement: {halfLives: []}}"
                        + " | dimensions.engagement.halfLives: expected one to four half-lives, were 0",
                "dimensions: {engagement: {halfLives: [4w, soon]}}"
                        + " | dimensions.engagement.halfLives[1]: expected a duration such as 26w, 30d or 12h, was \"soon\"",
                "dimensions: {engagement: {halfLives: [4w, 1s]}}"
                        + " | dimensions.engagement.halfLives[1]: expected a half-life from 1 hour to 1000 years, was 1000 ms",
                "dimensions: {engagement: {k: .inf}} | dimensions.engagement.k: expected a number, was \".inf\"",
                "dimensions: {money: {halflife: 4w}}"
                        + " | dimensions.money.halflife: unknown key, did you mean halfLife? (known here: weight, halfLife, k)",
                "dimensions: {money: {k: 0}}"
                        + " | dimensions.money.k: expected a number above 0 and up to 1.0E15, was 0.0",
                "dimensions: {money: 3} | dimensions.money: expected a map, was \"3\"",
                "dimensions: {connectedness: {channelK: -1}}"
                        + " | dimensions.connectedness.channelK: expected a number above 0 and up to 1.0E15, was -1.0",
                "dimensions: {reciprocity: {k: 1e30}}"
                        + " | dimensions.reciprocity.k: expected a number above 0 and up to 1.0E15, was 1.0E30",
                "dimensions: {sentiment: {mean: 2}}"
                        + " | dimensions.sentiment.mean: expected a number from 0.0 to 1.0, was 2.0",
                "dimensions: {advocacy: {halfLife: 999999999w}}"
                        + " | dimensions.advocacy.halfLife: expected a half-life from 1 hour to 1000 years,"
                        + " was 604799999395200000 ms",
                "dimensions: {money: {}, engagment: {}}"
                        + " | dimensions.engagment: unknown key, did you mean engagement? (known here: engagement, money,"
                        + " connectedness, reciprocity, sentiment, advocacy)",
                "dimensions: {engagement: {weight: 0}}"
                        + " | dimensions: expected a weight above 0; a dimension that is not listed has none",
                "risk: {detractorAt: 1.5} | risk.detractorAt: expected a risk above 0 and up to 1, was 1.5",
                "risk: {detractorAt: 0} | risk.detractorAt: expected a risk above 0 and up to 1, was 0.0",
                "kinds: {cheer: {points: -1}} | kinds.cheer.points: expected a number from 0.0 to 1000.0, was -1.0",
                "kinds: {cheer: {passive: 1}} | kinds.cheer.passive: expected true or false, was \"1\"",
                "kinds: {bye: {leaving: 1}} | kinds.bye.leaving: expected true or false, was \"1\"",
                "kinds: {bye: {leaving: true, passive: true}}"
                        + " | kinds.bye.leaving: expected a kind that is passive or leaving, not both",
                "kinds: {cheer: } | kinds.cheer: expected a map, was nothing",
                "kinds: [cheer] | kinds: expected a map, was a list",
                "kinds: {'': {}} | kinds[\"\"]: expected lower-case words joined by - or _, of up to 64 characters, was empty",
                "kindGroups: {store: {points: 1}} | kindGroups.store.kinds: expected, but missing",
                "kindGroups: {store: {kinds: []}} | kindGroups.store.kinds: expected at least one kind",
                "kindGroups: {store: {kinds: [a], points: -1}}"
                        + " | kindGroups.store.points: expected a number from 0.0 to 1000.0, was -1.0",
                "kindGroups: {store: {kinds: [a, b], passive: true}, web: {kinds: [b]}}"
                        + " | kindGroups.web.kinds[0]: expected every kind once, was listed before",
                "kindGroups: {store: {kinds: [Store Visited]}}"
                        + " | kindGroups.store.kinds[0]: expected lower-case words joined by - or _, of up to 64 characters,"
                        + " was \"Store Visited\", did you mean store_visited?",
                "kindGroups: {store: {kinds: [{}]}} | kindGroups.store.kinds[0]: expected a text, was a map",
                "kindGroups: {store: [a]} | kindGroups.store: expected a map, was a list",
                "unknownKinds: ignore | unknownKinds: expected one of engage, refuse, was \"ignore\"",
                "stages: {engaged: {up: 101}} | stages.engaged.up: expected a number from 0.0 to 100.0, was 101.0",
                "stages: {engaged: {down: 26}}"
                        + " | stages.engaged.down: expected points of at least 0.000001 and up to the entry limit, 25.0, was 26.0",
                "stages: {committed: {up: 20, down: 19}}"
                        + " | stages.committed.up: expected at least 25.0, the limit of the stage below, was 20.0",
                "stages: {advocate: {massDown: 2}}"
                        + " | stages.advocate.massDown: expected a mass from 0 to the entry limit, 1.0, was 2.0",
                "stages: {adored: {}}"
                        + " | stages.adored: unknown key (known here: advocate, engaged, committed, loyal)",
                "answers: {nps: []} | answers.nps: expected at least one range of answers",
                "answers: {nps: [{from: 0, to: 5}]} | answers.nps[0].sentiment: expected, but missing",
                "answers: {nps: [{from: 0, to: 5, sentiment: 2}]}"
                        + " | answers.nps[0].sentiment: expected a whole number from -1 to 1, was \"2\"",
                "answers: {nps: [{from: 5, to: 0, sentiment: 1}]} | answers.nps[0].to: expected at least 5, was 0",
                "answers: {nps: [{from: 0, to: 5, sentiment: 1}, {from: 7, to: 8, sentiment: 1}]}"
                        + " | answers.nps[1].from: expected 6, the first number after the previous range, was 7",
            })
    void everyErrorIsToldByItsPath(String document, String problem) {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> read("id: ours\n" + document))
                .satisfies(e -> assertThat(e.problems()).singleElement().hasToString(problem));
    }

    @Test
    void allErrorsAreToldAtOnceWithTheirLines() {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> read("""
                        version: 1
                        dimensions:
                          money:
                            halfLife: soon
                            k: -3
                        colour: red
                        """))
                .withMessage("""
                        model.yaml:1: id: expected, but missing
                        model.yaml:4: dimensions.money.halfLife: expected a duration such as 26w, 30d or 12h, was "soon"
                        model.yaml:5: dimensions.money.k: expected a number above 0 and up to 1.0E15, was -3.0
                        model.yaml:6: colour: unknown key (known here: id, version, pace, dimensions, risk, unknownKinds,\
                         kinds, kindGroups, answers, stages)""");
    }

    private static ScoringModel read(String text) {
        return ScoringModelDocument.read(Document.of("model.yaml", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ScoringModel named(ScoringModel model, String id, int version) {
        return new ScoringModel(
                id,
                version,
                model.engagement(),
                model.money(),
                model.connectedness(),
                model.reciprocity(),
                model.sentiment(),
                model.advocacy(),
                model.risk(),
                model.kinds(),
                model.stages(),
                model.answerScales());
    }
}
