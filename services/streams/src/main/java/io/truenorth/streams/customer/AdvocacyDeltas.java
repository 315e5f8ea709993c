package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.Stage;
import io.truenorth.streams.rollup.ChannelAndKind;
import io.truenorth.streams.rollup.ScopeTally;
import io.truenorth.streams.rollup.Scopes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The differences, last published to new, that one commit makes to each scope. A move (of stage or points) is counted where
 * the customer is now, so that moves too add up from children to their parent.
 */
final class AdvocacyDeltas {
    private final Map<String, TreeMap<Integer, ScopeTally>> byScopeAndDay = new HashMap<>();

    /** Adds what changes as one customer is published. */
    void add(@Nullable Published before, Published after) {
        long at = after.scoredAt();
        if (before != null) {
            scopesOf(before, at).forEach(scope -> count(scope, before, -1));
            countShares(before, at, -1);
        }
        List<ScopeTally> now = scopesOf(after, at);
        now.forEach(scope -> count(scope, after, 1));
        countShares(after, at, 1);
        Stage from = before == null ? Stage.UNKNOWN : before.stage();
        if (from != after.stage()) {
            now.forEach(scope -> scope.addStageMove(from, after.stage()));
        }
        addPoints(before, after, now);
    }

    /** Of the scopes that count the customer. */
    private List<ScopeTally> scopesOf(Published published, long at) {
        List<ScopeTally> scopes = new ArrayList<>();
        scopes.add(tally(Scopes.ALL, at));
        published.segments().forEach((segment, value) -> scopes.add(tally(Scopes.segment(segment, value), at)));
        return scopes;
    }

    private static void count(ScopeTally scope, Published published, int sign) {
        scope.addCustomer(published.stage(), published.detractor(), published.contributions(), sign);
    }

    private void countShares(Published published, long at, int sign) {
        for (KindContribution kind : published.kinds()) {
            tally(Scopes.channel(kind.channel()), at).addContributions(kind.given(), sign);
        }
        published
                .advocacyBySubject()
                .forEach((subject, advocacy) -> tally(Scopes.product(subject), at)
                        .addContributions(new Contributions(0, 0, 0, 0, 0, advocacy), sign));
    }

    private void addPoints(@Nullable Published before, Published after, List<ScopeTally> scopes) {
        Map<ChannelAndKind, Long> moved = new HashMap<>();
        after.kinds().forEach(kind -> moved.merge(where(kind), kind.given().sum(), Long::sum));
        if (before != null) {
            before.kinds()
                    .forEach(kind -> moved.merge(where(kind), -kind.given().sum(), Long::sum));
        }
        moved.forEach((where, points) -> {
            if (points != 0) {
                scopes.forEach(scope -> scope.addPoints(where, points));
                tally(Scopes.channel(where.channel()), after.scoredAt()).addPoints(where, points);
            }
        });
    }

    private static ChannelAndKind where(KindContribution contribution) {
        return new ChannelAndKind(contribution.channel(), contribution.kind());
    }

    /** Shows the differences, days in order, and forgets them. */
    void drainTo(BiConsumer<String, ScopeTally> visitor) {
        byScopeAndDay.forEach((scope, days) -> days.values().forEach(tally -> {
            if (!tally.isZero()) {
                visitor.accept(scope, tally);
            }
        }));
        byScopeAndDay.clear();
    }

    void discard() {
        byScopeAndDay.clear();
    }

    private ScopeTally tally(String scope, long at) {
        ScopeTally tally = byScopeAndDay
                .computeIfAbsent(scope, name -> new TreeMap<>())
                .computeIfAbsent(Days.of(at), day -> new ScopeTally(at));
        tally.reach(at);
        return tally;
    }
}
