package io.truenorth.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.ChannelContribution;
import io.truenorth.contract.Contributions;
import io.truenorth.contract.PointsMove;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageCounts;
import io.truenorth.contract.StageMove;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The state of a consumer of both output topics: the last score of each customer and the last snapshot of each scope.
 */
public final class PublishedSums {
    private static final String UNSET = "unset";

    private final Map<String, RelationshipScore> scores = new HashMap<>();
    private final Map<String, AdvocacySnapshot> snapshots = new HashMap<>();

    public void read(Collection<RelationshipScore> newScores, Collection<AdvocacySnapshot> newSnapshots) {
        newScores.forEach(score -> scores.put(score.getCustomer(), score));
        newSnapshots.forEach(snapshot -> snapshots.put(snapshot.getScope(), snapshot));
    }

    /** Reads the latest scores by customer; null withdraws one. */
    public void read(Map<String, RelationshipScore> newScores, Collection<AdvocacySnapshot> newSnapshots) {
        newScores.forEach((customer, score) -> {
            if (score == null) {
                scores.remove(customer);
            } else {
                scores.put(customer, score);
            }
        });
        read(List.of(), newSnapshots);
    }

    public Map<String, RelationshipScore> scores() {
        return scores;
    }

    public AdvocacySnapshot snapshot(String scope) {
        return snapshots.get(scope);
    }

    /**
     * Checks that every scope is the sum of the last published scores of its customers, and that child scopes add up to
     * their parent.
     */
    public void assertExact(List<String> segments) {
        assertIsFoldOf("all", scores.values());
        for (String segment : segments) {
            Map<String, List<RelationshipScore>> groups =
                    scores.values().stream().collect(Collectors.groupingBy(score -> value(score, segment)));
            childrenOf(segment)
                    .forEach(child -> groups.putIfAbsent(child.getScope().substring(segment.length() + 1), List.of()));
            groups.forEach((value, members) -> assertIsFoldOf(segment + "=" + value, members));
            assertChildrenAddUp(segment);
        }
        assertChannelsAddUp();
        assertProductsAddUp();
    }

    private static String value(RelationshipScore score, String segment) {
        String value = score.getAttributes().getOrDefault(segment, "");
        return value.isEmpty() ? UNSET : value;
    }

    private void assertIsFoldOf(String scope, Collection<RelationshipScore> members) {
        AdvocacySnapshot snapshot = snapshots.get(scope);
        assertThat(snapshot).as("snapshot of " + scope).isNotNull();
        assertThat(snapshot.getCustomers()).as("customers of " + scope).isEqualTo(members.size());
        assertThat(snapshot.getStages()).as("stages of " + scope).isEqualTo(stages(members));
        long detractors =
                members.stream().filter(RelationshipScore::getDetractor).count();
        assertThat(snapshot.getDetractors()).as("detractors of " + scope).isEqualTo(detractors);
        assertThat(snapshot.getWholePoints())
                .as("whole points of " + scope)
                .isEqualTo(members.stream()
                        .mapToLong(RelationshipScore::getWholePoints)
                        .sum());
        assertThat(snapshot.getContributions())
                .as("contributions of " + scope)
                .isEqualTo(sum(members.stream()
                        .map(RelationshipScore::getContributions)
                        .toList()));
        assertThat(snapshot.getPointsHistogram()).as("histogram of " + scope).isEqualTo(histogram(members));
        long advocates = snapshot.getStages().getAdvocate();
        assertThat(snapshot.getNetAdvocacyIndex())
                .isEqualTo(members.isEmpty() ? 0 : 100.0 * (advocates - detractors) / members.size());
    }

    private void assertChildrenAddUp(String segment) {
        AdvocacySnapshot all = snapshots.get("all");
        List<AdvocacySnapshot> children = childrenOf(segment);
        assertThat(sum(children.stream().map(AdvocacySnapshot::getContributions).toList()))
                .isEqualTo(all.getContributions());
        assertThat(children.stream().mapToLong(AdvocacySnapshot::getCustomers).sum())
                .isEqualTo(all.getCustomers());
        assertThat(stageMoves(ofDay(children, all.getDay()))).as("stage moves").isEqualTo(stageMoves(List.of(all)));
        assertThat(pointsMoves(ofDay(children, all.getDay())))
                .as("points moves")
                .isEqualTo(pointsMoves(List.of(all)));
    }

    private void assertChannelsAddUp() {
        AdvocacySnapshot all = snapshots.get("all");
        List<AdvocacySnapshot> channels = childrenOf("channel");
        Contributions sum =
                sum(channels.stream().map(AdvocacySnapshot::getContributions).toList());
        Contributions parent = Contributions.newBuilder(all.getContributions())
                .setReciprocity(0)
                .setSentiment(0)
                .build();
        assertThat(sum).as("channels").isEqualTo(parent);
        assertThat(pointsMoves(ofDay(channels, all.getDay()))).isEqualTo(pointsMoves(List.of(all)));
        channels.forEach(channel -> {
            assertThat(channel.getCustomers()).isZero();
            assertThat(channel.getPointsHistogram()).isEmpty();
            assertThat(total(channel.getContributions()))
                    .as(channel.getScope())
                    .isEqualTo(scores.values().stream()
                            .flatMap(score -> score.getChannels().stream())
                            .filter(share -> channel.getScope().equals("channel=" + share.getChannel()))
                            .mapToLong(ChannelContribution::getContribution)
                            .sum());
        });
    }

    private void assertProductsAddUp() {
        assertThat(childrenOf("product").stream()
                        .mapToLong(product -> product.getContributions().getAdvocacy())
                        .sum())
                .isEqualTo(snapshots.get("all").getContributions().getAdvocacy());
    }

    private List<AdvocacySnapshot> childrenOf(String kind) {
        return snapshots.values().stream()
                .filter(snapshot -> snapshot.getScope().startsWith(kind + "="))
                .peek(snapshot -> assertThat(snapshot.getParent()).isEqualTo("all"))
                .toList();
    }

    private static List<AdvocacySnapshot> ofDay(List<AdvocacySnapshot> snapshots, long day) {
        return snapshots.stream().filter(snapshot -> snapshot.getDay() == day).toList();
    }

    private static Map<String, Long> stageMoves(List<AdvocacySnapshot> snapshots) {
        return summed(
                snapshots,
                AdvocacySnapshot::getStageMoves,
                move -> move.getFrom() + ">" + move.getTo(),
                StageMove::getCount);
    }

    private static Map<String, Long> pointsMoves(List<AdvocacySnapshot> snapshots) {
        Function<PointsMove, String> where = move -> move.getChannel() + "/" + move.getKind();
        Map<String, Long> gained = summed(snapshots, AdvocacySnapshot::getPointsMoves, where, PointsMove::getGained);
        Map<String, Long> lost =
                summed(snapshots, AdvocacySnapshot::getPointsMoves, m -> where.apply(m) + " lost", PointsMove::getLost);
        gained.putAll(lost);
        return gained;
    }

    private static <M> Map<String, Long> summed(
            List<AdvocacySnapshot> snapshots,
            Function<AdvocacySnapshot, List<M>> moves,
            Function<M, String> name,
            ToLongFunction<M> amount) {
        Map<String, Long> sums = new TreeMap<>();
        snapshots.forEach(snapshot -> moves.apply(snapshot)
                .forEach(move -> sums.merge(name.apply(move), amount.applyAsLong(move), Long::sum)));
        return sums;
    }

    private static StageCounts stages(Collection<RelationshipScore> members) {
        Map<Stage, Long> counts =
                members.stream().collect(Collectors.groupingBy(RelationshipScore::getStage, Collectors.counting()));
        return new StageCounts(
                counts.getOrDefault(Stage.UNKNOWN, 0L),
                counts.getOrDefault(Stage.AWARE, 0L),
                counts.getOrDefault(Stage.ENGAGED, 0L),
                counts.getOrDefault(Stage.COMMITTED, 0L),
                counts.getOrDefault(Stage.LOYAL, 0L),
                counts.getOrDefault(Stage.ADVOCATE, 0L));
    }

    private static List<Long> histogram(Collection<RelationshipScore> members) {
        List<Long> counts = new ArrayList<>(Collections.nCopies(101, 0L));
        members.forEach(score -> counts.set(score.getWholePoints(), counts.get(score.getWholePoints()) + 1));
        return counts;
    }

    private static Contributions sum(List<Contributions> all) {
        return new Contributions(
                all.stream().mapToLong(Contributions::getEngagement).sum(),
                all.stream().mapToLong(Contributions::getMoney).sum(),
                all.stream().mapToLong(Contributions::getConnectedness).sum(),
                all.stream().mapToLong(Contributions::getReciprocity).sum(),
                all.stream().mapToLong(Contributions::getSentiment).sum(),
                all.stream().mapToLong(Contributions::getAdvocacy).sum());
    }

    private static long total(Contributions contributions) {
        return contributions.getEngagement()
                + contributions.getMoney()
                + contributions.getConnectedness()
                + contributions.getReciprocity()
                + contributions.getSentiment()
                + contributions.getAdvocacy();
    }
}
