package io.truenorth.documents.model;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.relationship.model.AdvocateLimits;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.StageLimits;
import io.truenorth.relationship.model.Stages;

/** The section {@code stages} of a model. */
final class StageSections {

    private static final Stages STANDARD = ScoringModel.standard().stages();

    private StageSections() {}

    static Stages read(DocumentNode node) {
        DocumentSection section = node.section();
        DocumentNode advocateNode = section.at("advocate");
        DocumentSection advocateSection = advocateNode.section();
        StageLimits engaged = limits(section.at("engaged"), STANDARD.engaged());
        StageLimits committed = limits(section.at("committed"), STANDARD.committed());
        StageLimits loyal = limits(section.at("loyal"), STANDARD.loyal());
        StageLimits advocate = limits(advocateNode, advocateSection, STANDARD.advocate());
        AdvocateLimits advocacy = advocacy(advocateNode, advocateSection);
        return ModelPart.make(node, STANDARD, () -> new Stages(engaged, committed, loyal, advocate, advocacy));
    }

    private static StageLimits limits(DocumentNode node, StageLimits standard) {
        return limits(node, node.section(), standard);
    }

    private static StageLimits limits(DocumentNode node, DocumentSection section, StageLimits standard) {
        double up = section.at("up").number(standard.up());
        double down = section.at("down").number(standard.down());
        return ModelPart.make(node, standard, () -> new StageLimits(up, down));
    }

    private static AdvocateLimits advocacy(DocumentNode node, DocumentSection section) {
        AdvocateLimits standard = STANDARD.advocacy();
        double massUp = section.at("massUp").number(standard.massUp());
        double massDown = section.at("massDown").number(standard.massDown());
        double maxRisk = section.at("maxRisk").number(standard.maxRisk());
        return ModelPart.make(node, standard, () -> new AdvocateLimits(massUp, massDown, maxRisk));
    }
}
