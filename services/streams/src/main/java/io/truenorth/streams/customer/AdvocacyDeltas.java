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
import java.util.Objects;
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
        List<ScopeTally> now = scopesOf(after, at);
        if (before != null) {
            List<ScopeTally> then = before.segments().equals(after.segments()) ? now : scopesOf(before, at);
            then.forEach(scope -> count(scope, before, -1));
            countSubjects(before, at, -1);
        }
        now.forEach(scope -> count(scope, after, 1));
        countSubjects(after, at, 1);
        Stage from = before == null ? Stage.UNKNOWN : before.stage();
        if (from != after.stage()) {
            now.forEach(scope -> scope.addStageMove(from, after.stage()));
        }
        countKinds(before == null ? List.of() : before.kinds(), after.kinds(), at, now);
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

    private void countSubjects(Published published, long at, int sign) {
        published
                .advocacyBySubject()
                .forEach((subject, advocacy) -> tally(Scopes.product(subject), at)
                        .addContributions(new Contributions(0, 0, 0, 0, 0, advocacy), sign));
    }

    /** Goes through both lists at once, as both are in the order of channel and kind. */
    private void countKinds(
            List<KindContribution> before, List<KindContribution> after, long at, List<ScopeTally> scopes) {
        int gone = 0;
        int come = 0;
        while (gone < before.size() || come < after.size()) {
            int order = order(before, gone, after, come);
            KindContribution was = order <= 0 ? before.get(gone++) : null;
            KindContribution is = order >= 0 ? after.get(come++) : null;
            countKind(was, is, at, scopes);
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

    private void countKind(
            @Nullable KindContribution was, @Nullable KindContribution is, long at, List<ScopeTally> scopes) {
        ChannelAndKind where =
                is != null ? is.where() : Objects.requireNonNull(was).where();
        ScopeTally channel = tally(Scopes.channel(where.channel()), at);
        long points = 0;
        if (was != null) {
            channel.addContributions(was.given(), -1);
            points -= was.given().sum();
        }
        if (is != null) {
            channel.addContributions(is.given(), 1);
            points += is.given().sum();
        }
        if (points != 0) {
            channel.addPoints(where, points);
            for (ScopeTally scope : scopes) {
                scope.addPoints(where, points);
            }
        }
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
