package io.truenorth.dashboard;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.ChannelContribution;
import io.truenorth.contract.Contributions;
import io.truenorth.contract.NegativeFeedback;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageCounts;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.privacy.PublishedErasures;
import io.truenorth.dashboard.scopes.Snapshots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Customers for tests, and the sums that the streams service would publish of them. */
public final class Population {
    public static final long NOW = 1_772_366_400_000L;

    private final Map<String, RelationshipScore> scores = new LinkedHashMap<>();

    /** A customer to go on with. */
    public Someone add(String id) {
        return new Someone(id);
    }

    public Customers customers() {
        return customers(new PublishedErasures());
    }

    /** Those of them who are not erased. */
    public Customers customers(PublishedErasures erasures) {
        Customers customers = new Customers(erasures);
        scores.forEach(customers::accept);
        return customers;
    }

    /** The score of one, as it would be published. */
    public RelationshipScore score(String id) {
        return Objects.requireNonNull(scores.get(id), id);
    }

    /** The sums of all, and of each region. */
    public Snapshots snapshots() {
        Snapshots snapshots = new Snapshots();
        Map<String, List<RelationshipScore>> scopes = new LinkedHashMap<>();
        scores.values().forEach(score -> {
            scopes.computeIfAbsent("all", scope -> new ArrayList<>()).add(score);
            String region = score.getAttributes().getOrDefault("region", "unset");
            scopes.computeIfAbsent("region=" + region, scope -> new ArrayList<>())
                    .add(score);
        });
        scopes.forEach((scope, members) -> snapshots.accept(scope, snapshot(scope, members)));
        return snapshots;
    }

    public static AdvocacySnapshot snapshot(String scope, List<RelationshipScore> members) {
        long[] stages = new long[Stage.values().length];
        members.forEach(score -> stages[score.getStage().ordinal()]++);
        long detractors =
                members.stream().filter(RelationshipScore::getDetractor).count();
        long sum = members.stream().mapToLong(RelationshipScore::getScore).sum();
        return AdvocacySnapshot.newBuilder()
                .setScope(scope)
                .setParent(scope.equals("all") ? null : "all")
                .setAt(NOW)
                .setCustomers(members.size())
                .setStages(new StageCounts(stages[0], stages[1], stages[2], stages[3], stages[4], stages[5]))
                .setDetractors(detractors)
                .setContributions(new Contributions(sum, 0L, 0L, 0L, 0L, 0L))
                .setPointsHistogram(List.of())
                .setStageMoves(List.of())
                .setPointsMoves(List.of())
                .setDay((int) (NOW / 86_400_000L))
                .setModelId("default")
                .setModelVersion(1)
                .build();
    }

    /** Somebody, a word at a time; known from {@link #known} on. */
    public final class Someone {
        private final RelationshipScore.Builder score;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<ChannelContribution> channels = new ArrayList<>();
        private final List<NegativeFeedback> negativeFeedback = new ArrayList<>();
        private final Map<String, Double> recommended = new LinkedHashMap<>();

        private Someone(String id) {
            score = RelationshipScore.newBuilder()
                    .setCustomer(id)
                    .setScore(0)
                    .setWholePoints(0)
                    .setStage(Stage.AWARE)
                    .setContributions(new Contributions(0L, 0L, 2_000_000L, 0L, 0L, 0L))
                    .setAdvocacyMass(0)
                    .setScoredAt(NOW)
                    .setLastTouchAt(NOW - 86_400_000L)
                    .setModelId("default")
                    .setModelVersion(1);
        }

        public Someone at(Stage stage, long microPoints) {
            score.setStage(stage).setScore(microPoints).setWholePoints((int) (microPoints / 1_000_000));
            return this;
        }

        public Someone from(String region) {
            attributes.put("region", region);
            return this;
        }

        public Someone on(String channel, long microPoints) {
            channels.add(new ChannelContribution(channel, microPoints));
            return this;
        }

        public Someone against(double risk) {
            score.setDetractorRisk(risk).setDetractor(true);
            return this;
        }

        public Someone displeasedOn(String channel, String subject) {
            negativeFeedback.add(new NegativeFeedback(channel, subject, 1L, NOW - 86_400_000L));
            return this;
        }

        public Someone recommending(String product) {
            recommended.put(product, 1.0);
            return this;
        }

        /** Whose score may be used outside the system. */
        public Someone forActivation() {
            score.setActivation(true);
            return this;
        }

        public Someone lastSeen(long at) {
            score.setLastTouchAt(at);
            return this;
        }

        /** Something is new of a day as early as that, epoch ms. */
        public Someone changedFrom(long at) {
            score.setEarliestChangeAt(at);
            return this;
        }

        public Population known() {
            RelationshipScore built = score.setAttributes(attributes)
                    .setChannels(channels)
                    .setDepartures(List.of())
                    .setNegativeFeedback(negativeFeedback)
                    .setAdvocacyBySubject(recommended)
                    .build();
            scores.put(built.getCustomer(), built);
            return Population.this;
        }
    }
}
