package io.truenorth.dashboard.identity;

import io.truenorth.dashboard.privacy.ErasedIdentities;
import io.truenorth.dashboard.privacy.HashedIdentity;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The latest changes, up to a number of them, also by the identities that they name. Thread-safe. */
final class RecentChanges {
    private static final int MOST_OF_ONE = 50;

    private final int most;
    private final NavigableSet<IdentityChange> changes = empty();
    private final Map<HashedIdentity, OfOne> byIdentity = new HashMap<>();

    /** Creates an empty set with the maximum number of changes. */
    RecentChanges(int most) {
        this.most = most;
    }

    /** Adds a change; the earliest one is dropped if there are too many. Changes may be added in any order. */
    synchronized void add(IdentityChange change) {
        if (!changes.add(change)) {
            return;
        }
        hashes(change)
                .forEach(identity -> byIdentity
                        .computeIfAbsent(identity, first -> new OfOne())
                        .add(change));
        if (changes.size() > most) {
            drop(changes.last());
        }
    }

    private static NavigableSet<IdentityChange> empty() {
        return new TreeSet<>(IdentityChange.LATEST_FIRST);
    }

    private static Stream<HashedIdentity> hashes(IdentityChange change) {
        return change.named().stream().map(HashedIdentity::of);
    }

    private void drop(IdentityChange change) {
        changes.remove(change);
        hashes(change)
                .forEach(identity -> byIdentity.computeIfPresent(identity, (same, ofOne) -> {
                    ofOne.remove(change);
                    return ofOne.count == 0 ? null : ofOne;
                }));
    }

    /** Deletes the changes up to an erasure that name one of its identities. */
    synchronized void erase(ErasedIdentities erasure) {
        for (HashedIdentity identity : erasure.identities()) {
            OfOne ofOne = byIdentity.get(identity);
            if (ofOne != null) {
                naming(identity, ofOne).stream()
                        .filter(change -> change.at() <= erasure.at())
                        .forEach(this::drop);
            }
        }
    }

    /** All changes that name an identity, of which only the latest are known by it. */
    private List<IdentityChange> naming(HashedIdentity identity, OfOne known) {
        return known.count > known.latest.size()
                ? changes.stream()
                        .filter(change -> hashes(change).anyMatch(identity::equals))
                        .toList()
                : List.copyOf(known.latest);
    }

    /** All changes that are kept, the latest first. */
    synchronized List<IdentityChange> all() {
        return List.copyOf(changes);
    }

    /** The latest changes. */
    synchronized List<IdentityChange> latest(int limit) {
        return changes.stream().limit(limit).toList();
    }

    /** The latest changes that name one of some identities, up to 50 of each. */
    synchronized List<IdentityChange> naming(Collection<String> identities) {
        return identities.stream()
                .flatMap(identity -> Optional.ofNullable(byIdentity.get(HashedIdentity.of(identity))).stream())
                .flatMap(ofOne -> ofOne.latest.stream())
                .distinct()
                .sorted(IdentityChange.LATEST_FIRST)
                .toList();
    }

    /** The latest changes that name an identity, and how many do in all. */
    private static final class OfOne {
        private final NavigableSet<IdentityChange> latest = empty();
        private int count;

        void add(IdentityChange change) {
            count++;
            latest.add(change);
            if (latest.size() > MOST_OF_ONE) {
                latest.pollLast();
            }
        }

        void remove(IdentityChange change) {
            count--;
            latest.remove(change);
        }
    }
}
