package io.truenorth.relationship.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.truenorth.relationship.ledger.Sentiment;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringModelTest {

    private static final long DAY = 86_400_000;
    private static final ScoringModel STANDARD = ScoringModel.standard();

    @Test
    void theStandardWeightsGiveWholeMicroPoints() {
        assertThat(STANDARD.maxima())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Dimension.ENGAGEMENT, 60_000_000.0,
                        Dimension.MONEY, 12_000_000.0,
                        Dimension.CONNECTEDNESS, 8_000_000.0,
                        Dimension.RECIPROCITY, 8_000_000.0,
                        Dimension.SENTIMENT, 6_000_000.0,
                        Dimension.ADVOCACY, 6_000_000.0));
    }

    @Test
    void weightsAreRenormalisedOverTheDimensionsThatHaveOne() {
        ScoringModel model = withWeights(3, 0, 1);

        assertThat(model.maxima().get(Dimension.ENGAGEMENT)).isEqualTo(75_000_000.0);
        assertThat(model.maxima().get(Dimension.MONEY)).isZero();
        assertThat(model.maxima().get(Dimension.CONNECTEDNESS)).isEqualTo(25_000_000.0);
    }

    @Test
    void aModelWithoutAnyWeightIsNone() {
        assertThat(problemsOf(() -> withWeights(0, 0, 0)))
                .containsExactly("expected a dimension with a weight above 0");
    }

    @Test
    void everyProblemOfAPartIsNamed() {
        assertThat(problemsOf(() -> new Money(-1, 0, Double.NaN)))
                .containsExactly(
                        "weight: expected a number from 0.0 to 1000.0, was -1.0",
                        "halfLife: expected a half-life from 1 hour to 1000 years, was 0 ms",
                        "k: expected a number above 0 and up to 1.0E15, was NaN");
        assertThat(problemsOf(() -> new Engagement(Double.POSITIVE_INFINITY, List.of(DAY, 5L), 2)))
                .containsExactly(
                        "weight: expected a number from 0.0 to 1000.0, was Infinity",
                        "halfLives[1]: expected a half-life from 1 hour to 1000 years, was 5 ms");
        assertThat(problemsOf(() -> new Engagement(1, List.of(), 2)))
                .containsExactly("halfLives: expected one to four half-lives, were 0");
    }

    @Test
    void limitsThemselvesAreAllowed() {
        assertThat(new Money(1_000, 3_600_000, 1e15).k()).isEqualTo(1e15);
        assertThat(new Money(0, 365_250 * DAY, Double.MIN_VALUE).weight()).isZero();
        assertThat(new StageLimits(100, 100).downMicroPoints()).isEqualTo(100_000_000);
        assertThat(new AdvocateLimits(0, 0, 1).maxRisk()).isEqualTo(1);
    }

    @Test
    void stagesAreInOrder() {
        StageLimits low = new StageLimits(25, 18);
        StageLimits high = new StageLimits(45, 35);
        AdvocateLimits advocacy = new AdvocateLimits(1, 0.5, 0.3);

        assertThat(problemsOf(() -> new Stages(high, low, high, high, advocacy)))
                .containsExactly(
                        "committed.up: expected at least 45.0, the limit of the stage below, was 25.0",
                        "committed.down: expected at least 35.0, the limit of the stage below, was 18.0");
        assertThat(problemsOf(() -> new StageLimits(25, 26)))
                .containsExactly(
                        "down: expected points of at least 0.000001 and up to the entry limit, 25.0, was 26.0");
        assertThat(problemsOf(() -> new AdvocateLimits(1, 2, 7)))
                .containsExactly(
                        "massDown: expected a mass from 0 to the entry limit, 1.0, was 2.0",
                        "maxRisk: expected a number from 0.0 to 1.0, was 7.0");
    }

    @Test
    void aProblemKeepsItsPlaceOnTheWayUp() {
        assertThat(new ModelViolation("k", "no").under("money").under("dimensions"))
                .isEqualTo(new ModelViolation("dimensions.money.k", "no"));
        assertThat(new ModelViolation("", "no").under("money")).hasToString("money: no");
    }

    @ParameterizedTest
    @CsvSource({"0, NEGATIVE", "6, NEGATIVE", "7, NEUTRAL", "8, NEUTRAL", "9, POSITIVE", "10, POSITIVE"})
    void npsAnswersHaveASentiment(int answer, Sentiment expected) {
        assertThat(STANDARD.answerScales().get("nps").sentimentOf(answer)).contains(expected);
    }

    @Test
    void anAnswerBeyondItsScaleHasNone() {
        assertThat(STANDARD.answerScales().get("nps").sentimentOf(11)).isEmpty();
        assertThat(STANDARD.answerScales().get("stars").sentimentOf(0)).isEmpty();
    }

    @Test
    void scalesHaveNoGaps() {
        assertThat(problemsOf(() -> new AnswerScale(List.of(
                        new AnswerScale.Range(0, 6, Sentiment.NEGATIVE),
                        new AnswerScale.Range(8, 10, Sentiment.POSITIVE)))))
                .containsExactly("ranges[1].from: expected 7, the first number after the previous range, was 8");
    }

    @Test
    void aLimitBelowAMicroPointIsNone() {
        assertThat(problemsOf(() -> new StageLimits(1e-7, 1e-7))).hasSize(1);
        assertThat(new StageLimits(1, 0.000001).downMicroPoints()).isEqualTo(1);
    }

    @Test
    void rangesAtTheEdgeOfTheNumbersDoNotMeet() {
        assertThat(problemsOf(() -> new AnswerScale(List.of(
                        new AnswerScale.Range(0, Integer.MAX_VALUE, Sentiment.POSITIVE),
                        new AnswerScale.Range(Integer.MIN_VALUE, 5, Sentiment.NEGATIVE)))))
                .containsExactly(
                        "ranges[1].from: expected 2147483648, the first number after the previous range, was -2147483648");
    }

    @Test
    void unknownKindsEngageUnlessTheModelRefusesThem() {
        Kinds open = new Kinds(Map.of("a", KindRule.ENGAGING), UnknownKinds.ENGAGE);
        Kinds closed = new Kinds(Map.of("a", KindRule.ENGAGING), UnknownKinds.REFUSE);

        assertThat(open.accepts("b")).isTrue();
        assertThat(open.of("b")).isEqualTo(KindRule.ENGAGING);
        assertThat(closed.accepts("b")).isFalse();
        assertThat(closed.accepts("a")).isTrue();
    }

    private static List<String> problemsOf(ThrowingCallable making) {
        return catchThrowableOfType(InvalidModelException.class, making).violations().stream()
                .map(ModelViolation::toString)
                .toList();
    }

    private static ScoringModel withWeights(double engagement, double money, double connectedness) {
        return new ScoringModel(
                "test",
                1,
                new Engagement(engagement, List.of(DAY), 2),
                new Money(money, DAY, 1),
                new Connectedness(connectedness, DAY, 1, 2),
                new Reciprocity(0, DAY, 1),
                new SentimentPrior(0, 10, 0.9),
                new Advocacy(0, DAY, 1),
                STANDARD.risk(),
                STANDARD.kinds(),
                STANDARD.stages(),
                Map.of());
    }

    @Test
    void aPaceMultipliesAllHalfLivesAndNothingElse() {
        ScoringModel standard = ScoringModel.standard();
        ScoringModel slow = standard.atPace(4);

        assertThat(slow.engagement().halfLives()).containsExactly(4 * 28 * 86_400_000L, 4 * 182 * 86_400_000L);
        assertThat(slow.advocacy().halfLife()).isEqualTo(4 * standard.advocacy().halfLife());
        assertThat(slow.atPace(0.25)).isEqualTo(standard);
        assertThat(standard.atPace(1)).isEqualTo(standard);
        assertThatExceptionOfType(InvalidModelException.class).isThrownBy(() -> standard.atPace(1e-6));
    }
}
