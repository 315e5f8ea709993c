package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.Stage;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.streams.rollup.ChannelAndKind;
import io.truenorth.streams.rollup.ScopeAggregate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The differences, last published to new, that one commit makes to each scope. */
final class AdvocacyDeltas {
    private final Map<String, TreeMap<Integer, ScopeAggregate>> byScopeAndDay = new HashMap<>();

    /** Adds what one customer, newly published, changes in the sums, and how the customer moved. */
    void add(@Nullable Published before, Published after) {
        addMoves(before, after, addSums(before, after));
    }

    /** Adds the same of a customer of whose past was heard only now: no move. */
    void addPast(@Nullable Published before, Published after) {
        addSums(before, after);
    }

    /**
     * Takes one customer, of whom nothing is left, out of the sums.
     *
     * @param at when, epoch ms
     * @param moved whether that is a move of today, not something that was heard of the past only now
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

    /** In the scopes that the customer is in now, which are told, and in those before. */
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

    /** Between stages, and by points; counted where the customer is now, so that moves too add up from children to their parent. */
    private void addMoves(@Nullable Published before, Published after, List<ScopeAggregate> now) {
        Stage from = before == null ? Stage.UNKNOWN : before.stage();
        if (from != after.stage()) {
            now.forEach(scope -> scope.addStageMove(from, after.stage()));
        }
        forEachKind(before, after, (was, is) -> countPoints(was, is, after.scoredAt(), now));
    }

    /** Of the scopes that count the customer. */
    private List<ScopeAggregate> scopesOf(Published published, long at) {
        List<ScopeAggregate> scopes = new ArrayList<>();
        scopes.add(aggregate(ScopeNames.ALL, at));
        published.segments().forEach((segment, value) -> scopes.add(aggregate(ScopeNames.segment(segment, value), at)));
        return scopes;
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

    /** Goes through both lists at once, as both are in the order of channel and kind. */
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

    /** Which of two lists goes on first: below 0 the first, above 0 the second, 0 both with the same. */
    private static int order(List<KindContribution> before, int gone, List<KindContribution> after, int come) {
        if (gone == before.size()) {
            return 1;
        }
        if (come == after.size()) {
            return -1;
        }
        return before.get(gone).where().compareTo(after.get(come).where());
    }

    private void countContributions(@Nullable KindContribution was, @Nullable KindContribution is, long at) {
        ScopeAggregate channel = aggregate(ScopeNames.channel(where(was, is).channel()), at);
        if (was != null) {
            channel.addContributions(was.given(), -1);
        }
        if (is != null) {
            channel.addContributions(is.given(), 1);
        }
    }

    private void countPoints(
            @Nullable KindContribution was, @Nullable KindContribution is, long at, List<ScopeAggregate> scopes) {
        long points = (is == null ? 0 : is.given().sum())
                - (was == null ? 0 : was.given().sum());
        if (points != 0) {
            ChannelAndKind where = where(was, is);
            aggregate(ScopeNames.channel(where.channel()), at).addPoints(where, points);
            scopes.forEach(scope -> scope.addPoints(where, points));
        }
    }

    private static ChannelAndKind where(@Nullable KindContribution was, @Nullable KindContribution is) {
        return is != null ? is.where() : Objects.requireNonNull(was).where();
    }

    /** Shown what a channel and kind gave before and gives now; one of them may be missing. */
    @FunctionalInterface
    private interface KindVisitor {
        void visit(@Nullable KindContribution was, @Nullable KindContribution is);
    }

    /** Shows the differences, days in order, and forgets them. */
    void drainTo(BiConsumer<String, ScopeAggregate> visitor) {
        byScopeAndDay.forEach((scope, days) -> days.values().forEach(aggregate -> {
            if (!aggregate.isZero()) {
                visitor.accept(scope, aggregate);
            }
        }));
        byScopeAndDay.clear();
    }

    void discard() {
        byScopeAndDay.clear();
    }

    private ScopeAggregate aggregate(String scope, long at) {
        ScopeAggregate aggregate = byScopeAndDay
                .computeIfAbsent(scope, name -> new TreeMap<>())
                .computeIfAbsent(Days.of(at), day -> new ScopeAggregate(at));
        aggregate.reach(at);
        return aggregate;
    }
}
