package io.truenorth.dashboard.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The latest changes, up to a number of them, also by the identities that they name. Thread-safe. */
final class RecentChanges {
    private static final int MOST_OF_ONE = 50;

    private final int most;
    private final NavigableSet<IdentityChange> changes = new TreeSet<>(IdentityChange.LATEST_FIRST);
    private final Map<String, NavigableSet<IdentityChange>> byIdentity = new HashMap<>();

    /** Creates an empty set with the maximum number of changes. */
    RecentChanges(int most) {
        this.most = most;
    }

    /** Adds a change; the earliest one is dropped if there are too many. Changes may be added in any order. */
    synchronized void add(IdentityChange change) {
        changes.add(change);
        change.named().forEach(identity -> addTo(byIdentity.computeIfAbsent(identity, first -> empty()), change));
        if (changes.size() > most) {
            drop(changes.last());
        }
    }

    private static NavigableSet<IdentityChange> empty() {
        return new TreeSet<>(IdentityChange.LATEST_FIRST);
    }

    private static void addTo(NavigableSet<IdentityChange> ofOne, IdentityChange change) {
        ofOne.add(change);
        if (ofOne.size() > MOST_OF_ONE) {
            ofOne.pollLast();
        }
    }

    private void drop(IdentityChange change) {
        changes.remove(change);
        for (String identity : change.named()) {
            byIdentity.computeIfPresent(identity, (same, ofOne) -> {
                ofOne.remove(change);
                return ofOne.isEmpty() ? null : ofOne;
            });
        }
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
                .flatMap(identity -> byIdentity.getOrDefault(identity, empty()).stream())
                .distinct()
                .sorted(IdentityChange.LATEST_FIRST)
                .toList();
    }
}
