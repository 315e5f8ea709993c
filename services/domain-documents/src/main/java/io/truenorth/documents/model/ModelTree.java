package io.truenorth.documents.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.model.AdvocateLimits;
import io.truenorth.relationship.model.AnswerScale;
import io.truenorth.relationship.model.KindMeaning;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.StageLimits;
import io.truenorth.relationship.model.Stages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A scoring model as the tree of a document that states every value. {@link ScoringModelDocument} reads the tree, as JSON or
 * YAML, as the same model.
 */
public final class ModelTree {

    private static final List<String> UNITS = List.of("w", "d", "h", "m", "s");
    private static final List<Long> MILLIS = List.of(604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1_000L);

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    private ModelTree(ScoringModel model) {
        root.put("id", model.id());
        root.put("version", model.version());
        addDimensions(model);
        ObjectNode risk = root.putObject("risk");
        addHalfLife(risk, model.risk().halfLife());
        addNumber(risk, "k", model.risk().k());
        addNumber(risk, "detractorAt", model.risk().detractorAt());
        ObjectNode kinds = root.putObject("kinds");
        model.kinds().rules().forEach((kind, rule) -> addRule(kinds.putObject(kind), rule));
        root.put("unknownKinds", model.kinds().unknown().name().toLowerCase(Locale.ROOT));
        addStages(model.stages());
        ObjectNode answers = root.putObject("answers");
        model.answerScales().forEach((name, scale) -> addScale(answers.putArray(name), scale));
    }

    /** The tree of a model. */
    public static ObjectNode of(ScoringModel model) {
        return new ModelTree(model).root;
    }

    private void addDimensions(ScoringModel model) {
        ObjectNode dimensions = root.putObject("dimensions");
        ObjectNode engagement =
                dimension(dimensions, "engagement", model.engagement().weight());
        ArrayNode halfLives = engagement.putArray("halfLives");
        model.engagement().halfLives().forEach(halfLife -> halfLives.add(duration(halfLife)));
        addNumber(engagement, "k", model.engagement().k());
        ObjectNode money = dimension(dimensions, "money", model.money().weight());
        addHalfLife(money, model.money().halfLife());
        addNumber(money, "k", model.money().k());
        ObjectNode connectedness =
                dimension(dimensions, "connectedness", model.connectedness().weight());
        addHalfLife(connectedness, model.connectedness().halfLife());
        addNumber(connectedness, "channelK", model.connectedness().channelK());
        addNumber(connectedness, "k", model.connectedness().k());
        ObjectNode reciprocity =
                dimension(dimensions, "reciprocity", model.reciprocity().weight());
        addHalfLife(reciprocity, model.reciprocity().halfLife());
        addNumber(reciprocity, "k", model.reciprocity().k());
        ObjectNode sentiment =
                dimension(dimensions, "sentiment", model.sentiment().weight());
        addNumber(sentiment, "strength", model.sentiment().strength());
        addNumber(sentiment, "mean", model.sentiment().mean());
        ObjectNode advocacy = dimension(dimensions, "advocacy", model.advocacy().weight());
        addHalfLife(advocacy, model.advocacy().halfLife());
        addNumber(advocacy, "k", model.advocacy().k());
    }

    private static ObjectNode dimension(ObjectNode dimensions, String name, double weight) {
        ObjectNode dimension = dimensions.putObject(name);
        addNumber(dimension, "weight", weight);
        return dimension;
    }

    private static void addRule(ObjectNode node, KindRule rule) {
        if (rule.points() != 0) {
            addNumber(node, "points", rule.points());
        }
        if (rule.meaning() != KindMeaning.ENGAGING) {
            node.put(rule.meaning().name().toLowerCase(Locale.ROOT), true);
        }
    }

    private void addStages(Stages stages) {
        ObjectNode node = root.putObject("stages");
        addLimits(node.putObject("engaged"), stages.engaged());
        addLimits(node.putObject("committed"), stages.committed());
        addLimits(node.putObject("loyal"), stages.loyal());
        ObjectNode advocate = node.putObject("advocate");
        addLimits(advocate, stages.advocate());
        AdvocateLimits limits = stages.advocacy();
        addNumber(advocate, "massUp", limits.massUp());
        addNumber(advocate, "massDown", limits.massDown());
        addNumber(advocate, "maxRisk", limits.maxRisk());
    }

    private static void addLimits(ObjectNode node, StageLimits limits) {
        addNumber(node, "up", limits.up());
        addNumber(node, "down", limits.down());
    }

    private static void addScale(ArrayNode node, AnswerScale scale) {
        for (AnswerScale.Range range : scale.ranges()) {
            node.addObject()
                    .put("from", range.from())
                    .put("to", range.to())
                    .put("sentiment", valueOf(range.sentiment()));
        }
    }

    private static int valueOf(Sentiment sentiment) {
        return switch (sentiment) {
            case NEGATIVE -> -1;
            case POSITIVE -> 1;
            case NEUTRAL, NONE -> 0;
        };
    }

    private static void addHalfLife(ObjectNode node, long millis) {
        node.put("halfLife", duration(millis));
    }

    /** In the largest unit of which it is a whole number. */
    private static String duration(long millis) {
        for (int i = 0; i < UNITS.size(); i++) {
            if (millis % MILLIS.get(i) == 0) {
                return millis / MILLIS.get(i) + UNITS.get(i);
            }
        }
        return millis + "ms";
    }

    private static void addNumber(ObjectNode node, String key, double number) {
        BigDecimal shortest = BigDecimal.valueOf(number).stripTrailingZeros();
        node.set(key, DecimalNode.valueOf(shortest.scale() < 0 ? shortest.setScale(0) : shortest));
    }
}
