package io.truenorth.schemas;

import io.truenorth.contract.AdvocacyRule;
import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.AdvocateRule;
import io.truenorth.contract.AnswerRange;
import io.truenorth.contract.AnswerScale;
import io.truenorth.contract.ChannelContribution;
import io.truenorth.contract.ConnectednessRule;
import io.truenorth.contract.Consent;
import io.truenorth.contract.Contributions;
import io.truenorth.contract.CustomerAttribute;
import io.truenorth.contract.Departure;
import io.truenorth.contract.DetractorRule;
import io.truenorth.contract.DimensionWeights;
import io.truenorth.contract.Direction;
import io.truenorth.contract.EngagementRule;
import io.truenorth.contract.ErasedPlace;
import io.truenorth.contract.Erasure;
import io.truenorth.contract.ErasureAction;
import io.truenorth.contract.Granularity;
import io.truenorth.contract.Identity;
import io.truenorth.contract.IdentityConsent;
import io.truenorth.contract.IdentityLedger;
import io.truenorth.contract.IdentityLink;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.IdentitySuppression;
import io.truenorth.contract.KindRule;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.LedgerPart;
import io.truenorth.contract.Money;
import io.truenorth.contract.MoneyRule;
import io.truenorth.contract.NegativeFeedback;
import io.truenorth.contract.PointsMove;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.PublishedScore;
import io.truenorth.contract.ReciprocityRule;
import io.truenorth.contract.Reference;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.contract.ScoringModel;
import io.truenorth.contract.SentimentRule;
import io.truenorth.contract.SplitIdentities;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageCounts;
import io.truenorth.contract.StageLimits;
import io.truenorth.contract.StageMove;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.Touchpoint;
import io.truenorth.contract.TransitionCause;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** One record of each type, with every field set. */
public final class SampleRecords {
    /** Of an identity. */
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015";

    private static final long WEEK_MS = 7L * 86_400_000;

    private SampleRecords() {}

    public static Touchpoint touchpoint() {
        return Touchpoint.newBuilder()
                .setEventId("refund-17")
                .setIdentities(List.of(new Identity("crm", "c-1"), new Identity("email", "9f86d081884c7d65")))
                .setOccurredAt(1_772_359_200_000L)
                .setReceivedAt(1_772_359_200_250L)
                .setChannel("store")
                .setKind("purchase")
                .setSubject("crème brûlée")
                .setDirection(Direction.IN)
                .setSentiment(-0.5)
                .setMoney(new Money(-1_999L, "EUR"))
                .setAttributes(Map.of("region", "north", "tier", "gold"))
                .setSource("till-4")
                .setRetracts("purchase-17")
                .setRevision(2)
                .setReferences(List.of(new Reference("order", "1017")))
                .setConsent(new Consent(true, null))
                .setContext(Map.of("page", "/returns"))
                .build();
    }

    public static LedgerPart ledgerPart() {
        return new LedgerPart(
                "crm:c-1",
                true,
                List.of(new IdentityLedger("crm:c-1", List.of(ByteBuffer.wrap(new byte[] {2, 0, 0, 0, 0})))),
                List.of(new CustomerAttribute("region", "north", 1_772_359_200_000L, "purchase-17", "")),
                List.of(new IdentityLink("card:7", "crm:c-1", "shop", "purchase-17", 1_772_359_200_000L, false)),
                List.of(new SplitIdentities("anonymous:a", "crm:c-1")),
                List.of(new IdentityConsent("crm:c-1", "scoring", true, 1_772_359_200_000L, "consent-17")),
                List.of(new IdentitySuppression(HASH, 1_772_359_200_000L, LaterEvents.BEGIN_ANEW, "erase-17")),
                new PublishedScore(1_772_359_200_000L, Stage.LOYAL, false, contributions()));
    }

    public static IdentityRequest identityRequest() {
        return new IdentityRequest(
                "erase-17", "crm:c-1", null, "desk", 1_772_359_200_000L, new Erasure(LaterEvents.DROP), null);
    }

    public static PrivacyReceipt privacyReceipt() {
        return PrivacyReceipt.newBuilder()
                .setRequestId("erase-17")
                .setOutcome(PrivacyOutcome.ERASED)
                .setIdentities(List.of(HASH))
                .setRequestedBy("desk")
                .setRequestedAt(1_772_359_200_000L)
                .setExecutedAt(1_772_359_200_500L)
                .setLaterEvents(LaterEvents.DROP)
                .setConsent(null)
                .setPlaces(List.of(new ErasedPlace("touchpoints", ErasureAction.EXPIRES, 1_774_951_200_500L)))
                .build();
    }

    public static RelationshipScore relationshipScore() {
        return RelationshipScore.newBuilder()
                .setCustomer("c-1")
                .setScore(61_000_021L)
                .setWholePoints(61)
                .setStage(Stage.LOYAL)
                .setContributions(contributions())
                .setChannels(List.of(new ChannelContribution("store", 50_000_000L), new ChannelContribution("web", 5L)))
                .setAdvocacyMass(1.25)
                .setAdvocacyBySubject(Map.of("", 0.25, "espresso", 1.0))
                .setDetractorRisk(0.125)
                .setDetractor(false)
                .setAttributes(Map.of("region", "north"))
                .setActivation(true)
                .setScoredAt(1_772_359_200_000L)
                .setFirstTouchAt(1_704_067_200_000L)
                .setLastTouchAt(1_772_323_200_000L)
                .setEarliestChangeAt(1_772_323_200_000L)
                .setNextDueAt(1_772_959_200_000L)
                .setInboundTouches(48L)
                .setOutboundTouches(12L)
                .setDepartures(List.of(new Departure("email", "unsubscribed", 1_772_323_200_000L)))
                .setNegativeFeedback(List.of(new NegativeFeedback("support", "espresso", 2L, 1_772_323_200_000L)))
                .setModelId("default")
                .setModelVersion(1)
                .build();
    }

    public static StageTransition stageTransition() {
        return StageTransition.newBuilder()
                .setCustomer("c-1")
                .setFrom(Stage.COMMITTED)
                .setTo(Stage.LOYAL)
                .setScore(61_000_021L)
                .setAt(1_772_359_200_000L)
                .setCause(TransitionCause.TOUCHPOINT)
                .setAttributes(Map.of("region", "north"))
                .setModelId("default")
                .setModelVersion(1)
                .build();
    }

    public static AdvocacySnapshot advocacySnapshot() {
        return AdvocacySnapshot.newBuilder()
                .setScope("region=north")
                .setParent("all")
                .setAt(1_772_359_200_000L)
                .setCustomers(21L)
                .setStages(new StageCounts(1L, 2L, 3L, 4L, 5L, 6L))
                .setDetractors(2L)
                .setNetAdvocacyIndex(19.05)
                .setWholePoints(900L)
                .setContributions(contributions())
                .setPointsHistogram(List.of(1L, 0L, 20L))
                .setDay(20_513)
                .setStageMoves(List.of(new StageMove(Stage.AWARE, Stage.ENGAGED, 3L)))
                .setPointsMoves(List.of(new PointsMove("support", "ticket_opened", 0L, 1_240_000_000L)))
                .setModelId("default")
                .setModelVersion(1)
                .build();
    }

    public static ScopeHistoryPoint scopeMoment() {
        return ScopeHistoryPoint.newBuilder()
                .setScope("region=north")
                .setGranularity(Granularity.DAY)
                .setStart(1_772_323_200_000L)
                .setAt(1_772_359_200_000L)
                .setCustomers(21L)
                .setStages(new StageCounts(1L, 2L, 3L, 4L, 5L, 6L))
                .setDetractors(2L)
                .setScore(61_000_021L)
                .setPointsMoves(List.of(new PointsMove("support", "ticket_opened", 0L, 1_240_000_000L)))
                .setReconstructed(true)
                .build();
    }

    public static ScoringModel scoringModel() {
        return ScoringModel.newBuilder()
                .setId("default")
                .setVersion(1)
                .setDescription("The default model, in part.")
                .setWeights(new DimensionWeights(0.60, 0.12, 0.08, 0.08, 0.06, 0.06))
                .setEngagement(new EngagementRule(List.of(4 * WEEK_MS, 26 * WEEK_MS), 2.0))
                .setMoney(new MoneyRule(26 * WEEK_MS, 20_000.0))
                .setConnectedness(new ConnectednessRule(26 * WEEK_MS, 1.0, 2.0))
                .setReciprocity(new ReciprocityRule(26 * WEEK_MS, 1.0))
                .setSentiment(new SentimentRule(10.0, 0.9))
                .setAdvocacy(new AdvocacyRule(52 * WEEK_MS, 1.0))
                .setDetractor(new DetractorRule(52 * WEEK_MS, 1.0, 0.4))
                .setKinds(List.of(
                        new KindRule("referral_converted", false, false, 3.0),
                        new KindRule("email_opened", true, false, 0.0),
                        new KindRule("unsubscribed", false, true, 0.0)))
                .setStages(List.of(new StageLimits(Stage.ENGAGED, 25_000_000L, 18_000_000L)))
                .setAdvocate(new AdvocateRule(1.0, 0.5, 0.3))
                .setAnswerScales(List.of(new AnswerScale("nps", List.of(new AnswerRange(9, 10, 1)))))
                .build();
    }

    private static Contributions contributions() {
        return new Contributions(40_000_000L, 9_000_000L, 6_000_005L, 4_000_010L, 1_000_003L, 1_000_003L);
    }
}
