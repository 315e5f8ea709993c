package io.truenorth.documents.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.documents.Document;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.model.Advocacy;
import io.truenorth.relationship.model.AdvocateLimits;
import io.truenorth.relationship.model.AnswerScale;
import io.truenorth.relationship.model.Connectedness;
import io.truenorth.relationship.model.Engagement;
import io.truenorth.relationship.model.KindMeaning;
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
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTextTest {

    private static final int SCENARIOS = 300;

    @Test
    void theStandardModelIsWrittenWithoutDifferences() {
        String text = ModelText.of(ScoringModel.standard());

        assertThat(text)
                .startsWith("""
                        # The scoring model standard, version 2, with every value.
                        # No value differs from the standard model's.

                        id: standard
                        version: 2
                        dimensions:
                          engagement:
                            weight: 0.6
                            halfLives: [4w, 26w]
                            k: 2
                          money:
                        """)
                .contains("  referral_converted: { points: 3 }\n")
                .endsWith("  stars: [{ from: 1, to: 2, sentiment: -1 }, { from: 3, to: 3, sentiment: 0 },"
                        + " { from: 4, to: 5, sentiment: 1 }]\n");
        assertThat(text.lines().skip(2)).noneMatch(line -> line.contains("#"));
        assertThat(read(text)).isEqualTo(ScoringModel.standard());
    }

    @Test
    void whatDiffersFromTheStandardModelHasAComment() {
        String text = ModelText.of(read("""
                id: shop
                dimensions:
                  engagement: { weight: 0.6, halfLives: [2w] }
                kinds:
                  cheer: { points: 2.5 }
                  email_opened: {}
                stages:
                  loyal: { up: 55 }
                answers: {}
                """));

        assertThat(text)
                .contains("# Values that differ from the standard model's have a comment: 45.\n")
                .contains("    halfLives: [2w]  # standard: [4w, 26w]\n")
                .contains("    weight: 0  # standard: 0.12\n")
                .contains("  cheer: { points: 2.5 }  # not in the standard model\n")
                .contains("  email_opened: {}  # standard: { passive: true }\n")
                .contains("  # not listed; standard: unsubscribed: { leaving: true }\n")
                .contains("    up: 55  # standard: 60\n")
                .contains("answers: {}\n  # not listed; standard: nps: [{ from: 0, to: 6, sentiment: -1 }, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "~",
                "a: b",
                "# a",
                "\"a\" \\",
                "ä",
                "a\u0085b\u2028c\u0001\td",
                "7",
                "-",
                "- a",
                "a "
            })
    void anyNameIsRead(String name) {
        ScoringModel model = new ScoringModel(
                name,
                1,
                ScoringModel.standard().engagement(),
                ScoringModel.standard().money(),
                ScoringModel.standard().connectedness(),
                ScoringModel.standard().reciprocity(),
                ScoringModel.standard().sentiment(),
                ScoringModel.standard().advocacy(),
                ScoringModel.standard().risk(),
                ScoringModel.standard().kinds(),
                ScoringModel.standard().stages(),
                Map.of(name, ScoringModel.standard().answerScales().get("nps")));

        assertThat(read(ModelText.of(model))).isEqualTo(model);
    }

    @Test
    void anyModelIsReadAsTheSameFromItsTextAndItsTree() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < SCENARIOS; i++) {
            ScoringModel model = model(random);

            assertThat(read(ModelText.of(model)))
                    .as("seed %d, model %d", seed, i)
                    .isEqualTo(model);
            assertThat(read(ModelTree.of(model).toString()))
                    .as("seed %d, model %d", seed, i)
                    .isEqualTo(model);
        }
    }

    @Test
    void anyTwoModelsDifferInWhatTheirDocumentsDo() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < SCENARIOS; i++) {
            ScoringModel model = model(random);

            assertThat(ModelDifference.between(model, model))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(ModelDifference.between(model, model(random)))
                    .as("seed %d", seed)
                    .isNotEmpty();
        }
    }

    @Test
    void differencesHaveThePathsOfTheDocument() {
        ScoringModel before = read("{id: shop, kinds: {cheer: {points: 2}, glance: {passive: true}}}");
        ScoringModel after = read("""
                id: shop
                version: 2
                dimensions: { engagement: { halfLives: [2w] } }
                kinds: { glance: {}, goodbye: { leaving: true } }
                """);

        assertThat(ModelDifference.between(before, after))
                .contains(
                        new ModelDifference("version", Optional.of("1"), Optional.of("2")),
                        new ModelDifference(
                                "dimensions.engagement.halfLives", Optional.of("[4w, 26w]"), Optional.of("[2w]")),
                        new ModelDifference("dimensions.money.weight", Optional.of("0.12"), Optional.of("0")),
                        new ModelDifference("kinds.cheer", Optional.of("{ points: 2 }"), Optional.empty()),
                        new ModelDifference("kinds.glance", Optional.of("{ passive: true }"), Optional.of("{}")),
                        new ModelDifference("kinds.goodbye", Optional.empty(), Optional.of("{ leaving: true }")))
                .hasSize(10);
    }

    private static ScoringModel model(Random random) {
        double up = 1 + random.nextInt(20) + random.nextDouble();
        return new ScoringModel(
                "model-" + random.nextInt(100),
                1 + random.nextInt(Integer.MAX_VALUE),
                new Engagement(
                        random.nextDouble() + 0.01,
                        Stream.generate(() -> halfLife(random))
                                .limit(1 + random.nextInt(4))
                                .toList(),
                        positive(random)),
                new Money(random.nextDouble(), halfLife(random), positive(random)),
                new Connectedness(random.nextInt(1001), halfLife(random), positive(random), positive(random)),
                new Reciprocity(random.nextDouble(), halfLife(random), positive(random)),
                new SentimentPrior(random.nextDouble(), positive(random), random.nextDouble()),
                new Advocacy(random.nextDouble(), halfLife(random), positive(random)),
                new Risk(halfLife(random), positive(random), 1 - random.nextDouble()),
                new Kinds(kinds(random), random.nextBoolean() ? UnknownKinds.ENGAGE : UnknownKinds.REFUSE),
                new Stages(
                        new StageLimits(up, up / 2),
                        new StageLimits(2 * up, up),
                        new StageLimits(3 * up, 2 * up),
                        new StageLimits(4 * up, 2.5 * up),
                        new AdvocateLimits(2 * random.nextDouble() + 1, random.nextDouble(), random.nextDouble())),
                random.nextBoolean() ? Map.of() : Map.of("scale-" + random.nextInt(9), scale(random)));
    }

    private static long halfLife(Random random) {
        List<Long> units = List.of(1L, 1_000L, 60_000L, 3_600_000L, 86_400_000L, 604_800_000L);
        long unit = units.get(random.nextInt(units.size()));
        return Math.max(3_600_000, Math.min(unit * (1 + random.nextInt(1_000_000)), 31_557_600_000_000L));
    }

    private static double positive(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 1 + random.nextInt(1_000);
            case 1 -> 1e15;
            case 2 -> Double.MIN_NORMAL * (1 + random.nextInt(1_000));
            default -> 1 - random.nextDouble();
        };
    }

    private static Map<String, KindRule> kinds(Random random) {
        Map<String, KindRule> kinds = new TreeMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            KindMeaning meaning = KindMeaning.values()[random.nextInt(KindMeaning.values().length)];
            kinds.put("kind_" + random.nextInt(50), new KindRule(random.nextInt(3) * random.nextDouble(), meaning));
        }
        return kinds;
    }

    private static AnswerScale scale(Random random) {
        int from = random.nextInt(10) - 5;
        int middle = from + random.nextInt(5);
        return new AnswerScale(List.of(
                new AnswerScale.Range(from, middle, Sentiment.NEGATIVE),
                new AnswerScale.Range(middle + 1, middle + 1, Sentiment.NEUTRAL),
                new AnswerScale.Range(middle + 2, middle + 7, Sentiment.POSITIVE)));
    }

    private static ScoringModel read(String text) {
        return ScoringModelDocument.read(Document.of("model.yaml", text.getBytes(StandardCharsets.UTF_8)));
    }
}
