package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.KindContribution;
import io.truenorth.relationship.score.Stage;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.streams.rollup.ChannelAndKind;
import io.truenorth.streams.rollup.ScopeAggregate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The changes that one commit makes to the aggregates of each scope: the difference between the scores previously and
 * newly published.
 */
final class AdvocacyDeltas {
    private final Map<String, TreeMap<Integer, ScopeAggregate>> byScopeAndDay = new HashMap<>();
    /** The aggregates of one day that were looked up last, by channel, and by the segments of a customer. */
    private final Map<String, ScopeAggregate> channelsOfDay = new HashMap<>();

    private final Map<Map<String, String>, List<ScopeAggregate>> scopesOfDay = new IdentityHashMap<>();
    private int lookedUpDay;

    /** Adds the change of one customer's published score to the aggregates, and the customer's moves. */
    void add(@Nullable Published before, Published after) {
        addMoves(before, after, addSums(before, after));
    }

    /** Adds the change caused by late events, which is not a move. */
    void addPast(@Nullable Published before, Published after) {
        addSums(before, after);
    }

    /**
     * Removes a customer with an empty ledger from the aggregates.
     *
     * @param at when, epoch ms
     * @param moved whether it counts as a move, as it does unless caused by late events
     */
    void remove(Published before, long at, boolean moved) {
        List<ScopeAggregate> scopes = scopesOf(before, at);
        scopes.forEach(scope -> count(scope, before, -1));
        countSubjects(before, at, -1);
        before.kinds().forEach(was -> countContributions(was, null, at));
        if (!moved) {
            return;
        }
        if (before.stage() != Stage.UNKNOWN) {
            scopes.forEach(scope -> scope.addStageMove(before.stage(), Stage.UNKNOWN));
        }
        before.kinds().forEach(was -> countPoints(was, null, at, scopes));
    }

    /** Adds to the customer's current scopes, which are returned, and subtracts from the previous ones. */
    private List<ScopeAggregate> addSums(@Nullable Published before, Published after) {
        long at = after.scoredAt();
        List<ScopeAggregate> now = scopesOf(after, at);
        if (before != null) {
            List<ScopeAggregate> then = before.segments().equals(after.segments()) ? now : scopesOf(before, at);
            then.forEach(scope -> count(scope, before, -1));
            countSubjects(before, at, -1);
        }
        now.forEach(scope -> count(scope, after, 1));
        countSubjects(after, at, 1);
        forEachKind(before, after, (was, is) -> countContributions(was, is, at));
        return now;
    }

    /**
     * Adds moves between stages, and points. They are counted in the customer's current scopes, so that child scopes
     * add up to their parent.
     */
    private void addMoves(@Nullable Published before, Published after, List<ScopeAggregate> now) {
        Stage from = before == null ? Stage.UNKNOWN : before.stage();
        if (from != after.stage()) {
            now.forEach(scope -> scope.addStageMove(from, after.stage()));
        }
        forEachKind(before, after, (was, is) -> countPoints(was, is, after.scoredAt(), now));
    }

    /** Returns the aggregates of the scopes that count the customer. */
    private List<ScopeAggregate> scopesOf(Published published, long at) {
        turnTo(Days.of(at));
        List<ScopeAggregate> scopes = scopesOfDay.computeIfAbsent(published.segments(), values -> scopesOf(values, at));
        scopes.forEach(scope -> scope.reach(at));
        return scopes;
    }

    private List<ScopeAggregate> scopesOf(Map<String, String> segments, long at) {
        List<ScopeAggregate> scopes = new ArrayList<>();
        scopes.add(aggregate(ScopeNames.ALL, at));
        segments.forEach((segment, value) -> scopes.add(aggregate(ScopeNames.segment(segment, value), at)));
        return scopes;
    }

    /** Returns the aggregate of a channel. */
    private ScopeAggregate channel(String name, long at) {
        turnTo(Days.of(at));
        ScopeAggregate channel = channelsOfDay.get(name);
        if (channel == null) {
            channel = aggregate(ScopeNames.channel(name), at);
            channelsOfDay.put(name, channel);
        }
        channel.reach(at);
        return channel;
    }

    private void turnTo(int day) {
        if (day != lookedUpDay) {
            forgetLookUps();
            lookedUpDay = day;
        }
    }

    private void forgetLookUps() {
        channelsOfDay.clear();
        scopesOfDay.clear();
    }

    private static void count(ScopeAggregate scope, Published published, int sign) {
        scope.addCustomer(published.stage(), published.detractor(), published.contributions(), sign);
    }

    private void countSubjects(Published published, long at, int sign) {
        published
                .advocacyBySubject()
                .forEach((subject, advocacy) -> aggregate(ScopeNames.product(subject), at)
                        .addContributions(new Contributions(0, 0, 0, 0, 0, advocacy), sign));
    }

    /** Merges both lists, which are ordered by channel and kind. */
    private static void forEachKind(@Nullable Published published, Published after, KindVisitor visitor) {
        List<KindContribution> before = published == null ? List.of() : published.kinds();
        int gone = 0;
        int come = 0;
        while (gone < before.size() || come < after.kinds().size()) {
            int order = order(before, gone, after.kinds(), come);
            KindContribution was = order <= 0 ? before.get(gone++) : null;
            KindContribution is = order >= 0 ? after.kinds().get(come++) : null;
            visitor.visit(was, is);
        }
    }

    /** Compares the next elements of two lists: below 0 the first comes next, above 0 the second, 0 both. */
    private static int order(List<KindContribution> before, int gone, List<KindContribution> after, int come) {
        if (gone == before.size()) {
            return 1;
        }
        if (come == after.size()) {
            return -1;
        }
        return before.get(gone).compareSource(after.get(come));
    }

    private void countContributions(@Nullable KindContribution was, @Nullable KindContribution is, long at) {
        ScopeAggregate channel = channel(either(was, is).channel(), at);
        if (was != null) {
            channel.addContributions(was.given(), -1);
        }
        if (is != null) {
            channel.addContributions(is.given(), 1);
        }
    }

    private void countPoints(
            @Nullable KindContribution was, @Nullable KindContribution is, long at, List<ScopeAggregate> scopes) {
        long points = (is == null ? 0 : is.sum()) - (was == null ? 0 : was.sum());
        if (points != 0) {
            ChannelAndKind where = new ChannelAndKind(
                    either(was, is).channel(), either(was, is).kind());
            channel(where.channel(), at).addPoints(where, points);
            scopes.forEach(scope -> scope.addPoints(where, points));
        }
    }

    private static KindContribution either(@Nullable KindContribution was, @Nullable KindContribution is) {
        return is != null ? is : Objects.requireNonNull(was);
    }

    /** Receives the previous and new contribution of a channel and kind; either may be null. */
    @FunctionalInterface
    private interface KindVisitor {
        void visit(@Nullable KindContribution was, @Nullable KindContribution is);
    }

    /** Passes the differences to a visitor, ordered by day, and clears them. */
    void drainTo(BiConsumer<String, ScopeAggregate> visitor) {
        byScopeAndDay.forEach((scope, days) -> days.values().forEach(aggregate -> {
            if (!aggregate.isZero()) {
                visitor.accept(scope, aggregate);
            }
        }));
        discard();
    }

    void discard() {
        byScopeAndDay.clear();
        forgetLookUps();
    }

    private ScopeAggregate aggregate(String scope, long at) {
        ScopeAggregate aggregate = byScopeAndDay
                .computeIfAbsent(scope, name -> new TreeMap<>())
                .computeIfAbsent(Days.of(at), day -> new ScopeAggregate(at));
        aggregate.reach(at);
        return aggregate;
    }
}
