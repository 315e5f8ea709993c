package io.truenorth.streams;

import io.truenorth.deployment.DeploymentConfig;
import io.truenorth.documents.Document;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.documents.model.ScoringModelDocument;
import io.truenorth.relationship.ledger.ArrivalRule;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.streams.consent.ConsentDeclaration;
import io.truenorth.streams.customer.RelationshipLimits;
import io.truenorth.streams.reference.ReferenceLimits;
import io.truenorth.streams.topology.TopologyPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Reads the keys of scoring and consent in the section {@code streams}, and those of references in {@code identities}. */
final class PlanSection {
    /** The part of the heap for decoded customers, unless configured. */
    private static final int PART_OF_HEAP = 4;

    /** A month of full days must fit a record of the changelog. */
    private static final int MOST_EVENTS_PER_DAY = 14_000;

    private PlanSection() {}

    static TopologyPlan read(ConfigSection section, ConfigSection identities, DeploymentConfig deployment) {
        ScoringModel model = model(section);
        Duration skew = section.duration(
                "allowedSkew",
                ArrivalRule.STANDARD.allowedSkew(),
                Duration.ZERO,
                Duration.ofHours(1),
                "How far an event time may be ahead of its arrival; a record further ahead fails.");
        RelationshipLimits limits = limits(section, identities);
        ConsentDeclaration consent = consent(section.section("consent"));
        Duration dueInterval = section.duration(
                "dueInterval",
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                Duration.ofMinutes(10),
                "Interval of the search for customers due for rescoring, whose scores fall over time.");
        Duration commitInterval = section.duration(
                "commitInterval",
                Duration.ofMillis(100),
                Duration.ofMillis(10),
                Duration.ofSeconds(30),
                "How long touches are collected before their customers are scored, once each.");
        List<String> segments = section.texts(
                "segments",
                List.of("region", "tier"),
                "Customer attributes, each with one value at a time, whose values are scopes of the dashboard.");
        try {
            return plan(deployment, model, skew, segments, consent, limits, dueInterval, commitInterval);
        } catch (IllegalArgumentException e) {
            section.reject("segments", String.valueOf(e.getMessage()));
            return plan(deployment, model, skew, List.of(), consent, limits, dueInterval, commitInterval);
        }
    }

    private static TopologyPlan plan(
            DeploymentConfig deployment,
            ScoringModel model,
            Duration skew,
            List<String> segments,
            ConsentDeclaration consent,
            RelationshipLimits limits,
            Duration dueInterval,
            Duration commitInterval) {
        return new TopologyPlan(
                deployment.topics().catalogue(),
                model,
                skew,
                deployment.money(),
                deployment.placeholders(),
                segments,
                deployment.joins(),
                consent,
                limits,
                dueInterval,
                commitInterval);
    }

    private static ConsentDeclaration consent(ConfigSection section) {
        return new ConsentDeclaration(
                isGiven(
                        section,
                        "scoring",
                        true,
                        "Whether customers are scored who have said nothing of consent to scoring: given or withdrawn."),
                isGiven(
                        section,
                        "activation",
                        false,
                        "Whether scores may be used outside the system, by webhook, list or snapshot, of customers who have"
                                + " said nothing of consent to activation: given or withdrawn."),
                is(
                        section,
                        "afterWithdrawal",
                        "keep",
                        "remove",
                        false,
                        "What becomes of the events and attributes stored of a customer who withdraws consent to scoring:"
                                + " remove, or keep without scoring them, so that they count when consent is given again."));
    }

    private static boolean isGiven(ConfigSection section, String key, boolean standard, String help) {
        return is(section, key, "given", "withdrawn", standard, help);
    }

    /** Reads one of two words; returns whether it is the first. */
    private static boolean is(
            ConfigSection section, String key, String first, String second, boolean standard, String help) {
        String word = section.text(key, standard ? first : second, help);
        if (!word.equals(first) && !word.equals(second)) {
            section.reject(key, "expected " + first + " or " + second + ", was " + word);
        }
        return word.equals(first);
    }

    private static ScoringModel model(ConfigSection section) {
        return section.optionalText("model", "A scoring model in YAML; the standard model by default.")
                .map(file -> model(section, file))
                .orElseGet(ScoringModel::standard);
    }

    private static ScoringModel model(ConfigSection section, String file) {
        try {
            return ScoringModelDocument.read(Document.at(Path.of(file)));
        } catch (InvalidDocumentException e) {
            section.reject("model", String.valueOf(e.getMessage()));
            return ScoringModel.standard();
        }
    }

    private static RelationshipLimits limits(ConfigSection section, ConfigSection identities) {
        return new RelationshipLimits(
                section.integer(
                        "maxEventsPerDay",
                        RelationshipLedger.STANDARD_DAY_LIMIT,
                        1,
                        MOST_EVENTS_PER_DAY,
                        "Maximum number of events counted per customer and day; further events fail."),
                cacheBytes(section),
                section.integer("dueBatch", 2_000, 1, 1_000_000, "Maximum number of due customers rescored at once."),
                section.duration(
                                "automationWindow",
                                Duration.ofMillis(RelationshipLedger.STANDARD_REACTION_WINDOW),
                                Duration.ZERO,
                                Duration.ofHours(1),
                                "A click or an unsubscribe within this time of the delivery of the same message is a"
                                        + " machine's, of the kind automated.")
                        .toMillis(),
                references(identities));
    }

    private static ReferenceLimits references(ConfigSection section) {
        ReferenceLimits standard = ReferenceLimits.standard();
        return ReferenceLimits.of(
                section.duration(
                        "rememberReferences",
                        standard.remember(),
                        Duration.ofDays(1),
                        Duration.ofDays(3650),
                        "How long after its last use the customer of a reference, such as an order, is known."),
                section.duration(
                        "awaitReference",
                        standard.await(),
                        Duration.ofMinutes(1),
                        Duration.ofDays(400),
                        "How long an event that names no customer but a reference waits for an event that says whose the"
                                + " reference is; then it fails as UNKNOWN_REFERENCE."));
    }

    private static long cacheBytes(ConfigSection section) {
        long configured = section.size(
                "cacheMemory",
                0,
                0,
                1L << 40,
                "Heap for decoded customers, shared by all partitions of the process; 0 for a quarter of the heap.");
        return configured == 0 ? Runtime.getRuntime().maxMemory() / PART_OF_HEAP : configured;
    }
}
