package io.truenorth.documents.model;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.relationship.model.Advocacy;
import io.truenorth.relationship.model.Connectedness;
import io.truenorth.relationship.model.Engagement;
import io.truenorth.relationship.model.Money;
import io.truenorth.relationship.model.Reciprocity;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.SentimentPrior;
import java.util.List;
import java.util.stream.DoubleStream;

/** The section {@code dimensions} of a model. */
record Dimensions(
        Engagement engagement,
        Money money,
        Connectedness connectedness,
        Reciprocity reciprocity,
        SentimentPrior sentiment,
        Advocacy advocacy) {

    /** @param standard what applies where the document states nothing */
    static Dimensions read(DocumentNode node, ScoringModel standard) {
        DocumentSection section = node.section();
        Weights weights = new Weights(node.isPresent());
        Dimensions dimensions = new Dimensions(
                engagement(section.at("engagement"), weights, standard.engagement()),
                money(section.at("money"), weights, standard.money()),
                connectedness(section.at("connectedness"), weights, standard.connectedness()),
                reciprocity(section.at("reciprocity"), weights, standard.reciprocity()),
                sentiment(section.at("sentiment"), weights, standard.sentiment()),
                advocacy(section.at("advocacy"), weights, standard.advocacy()));
        if (dimensions.haveWeight()) {
            return dimensions;
        }
        node.problem("expected a weight above 0; a dimension that is not listed has none");
        return new Dimensions(
                standard.engagement(),
                standard.money(),
                standard.connectedness(),
                standard.reciprocity(),
                standard.sentiment(),
                standard.advocacy());
    }

    private boolean haveWeight() {
        return DoubleStream.of(
                        engagement.weight(),
                        money.weight(),
                        connectedness.weight(),
                        reciprocity.weight(),
                        sentiment.weight(),
                        advocacy.weight())
                .anyMatch(weight -> weight > 0);
    }

    /** A dimension that is not among those given has no weight. */
    private record Weights(boolean given) {
        double read(DocumentNode dimension, DocumentSection section, double standard) {
            double otherwise = given && !dimension.isPresent() ? 0 : standard;
            return section.at("weight").number(otherwise);
        }
    }

    private static Engagement engagement(DocumentNode node, Weights weights, Engagement standard) {
        DocumentSection section = node.section();
        double weight = weights.read(node, section, standard.weight());
        List<Long> halfLives = halfLives(section.at("halfLives"), standard.halfLives());
        double k = section.at("k").number(standard.k());
        return ModelPart.make(node, standard, () -> new Engagement(weight, halfLives, k));
    }

    private static List<Long> halfLives(DocumentNode node, List<Long> standard) {
        if (!node.isPresent()) {
            return standard;
        }
        return node.list().stream()
                .map(item -> ModelPart.halfLife(item, standard.get(0)))
                .toList();
    }

    private static Money money(DocumentNode node, Weights weights, Money standard) {
        DocumentSection section = node.section();
        double weight = weights.read(node, section, standard.weight());
        long halfLife = ModelPart.halfLife(section.at("halfLife"), standard.halfLife());
        double k = section.at("k").number(standard.k());
        return ModelPart.make(node, standard, () -> new Money(weight, halfLife, k));
    }

    private static Connectedness connectedness(DocumentNode node, Weights weights, Connectedness standard) {
        DocumentSection section = node.section();
        double weight = weights.read(node, section, standard.weight());
        long halfLife = ModelPart.halfLife(section.at("halfLife"), standard.halfLife());
        double channelK = section.at("channelK").number(standard.channelK());
        double k = section.at("k").number(standard.k());
        return ModelPart.make(node, standard, () -> new Connectedness(weight, halfLife, channelK, k));
    }

    private static Reciprocity reciprocity(DocumentNode node, Weights weights, Reciprocity standard) {
        DocumentSection section = node.section();
        double weight = weights.read(node, section, standard.weight());
        long halfLife = ModelPart.halfLife(section.at("halfLife"), standard.halfLife());
        double k = section.at("k").number(standard.k());
        return ModelPart.make(node, standard, () -> new Reciprocity(weight, halfLife, k));
    }

    private static SentimentPrior sentiment(DocumentNode node, Weights weights, SentimentPrior standard) {
        DocumentSection section = node.section();
        double weight = weights.read(node, section, standard.weight());
        double strength = section.at("strength").number(standard.strength());
        double mean = section.at("mean").number(standard.mean());
        return ModelPart.make(node, standard, () -> new SentimentPrior(weight, strength, mean));
    }

    private static Advocacy advocacy(DocumentNode node, Weights weights, Advocacy standard) {
        DocumentSection section = node.section();
        double weight = weights.read(node, section, standard.weight());
        long halfLife = ModelPart.halfLife(section.at("halfLife"), standard.halfLife());
        double k = section.at("k").number(standard.k());
        return ModelPart.make(node, standard, () -> new Advocacy(weight, halfLife, k));
    }
}
