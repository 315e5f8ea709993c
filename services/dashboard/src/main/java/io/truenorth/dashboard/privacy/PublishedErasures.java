package io.truenorth.dashboard.privacy;

import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who was erased, and until when. Topics are read at the same time, and again after a restart, so that an erasure may be read before
 * what it erases: whoever stores something of an identity asks here first, and deletes what it has when it is told of an
 * erasure. About 100 bytes for each erased identity. Thread-safe.
 */
public final class PublishedErasures {
    private final Map<HashedIdentity, Long> until = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<ErasedIdentities>> listeners = new CopyOnWriteArrayList<>();

    /** Stores an erasure; other events are ignored. */
    public void accept(@Nullable IdentityEvent event) {
        if (event != null && event.getType() == IdentityEventType.ERASED) {
            List<String> hashes = new ArrayList<>(event.getIdentities());
            hashes.add(event.getCustomer());
            add(ErasedIdentities.of(hashes, event.getAt()));
        }
    }

    /** Stores an erasure, and tells the listeners unless all of it is known. */
    public void add(ErasedIdentities erasure) {
        boolean isNew = false;
        for (HashedIdentity identity : erasure.identities()) {
            Long before = until.get(identity);
            isNew |= before == null || before < erasure.at();
            until.merge(identity, erasure.at(), Math::max);
        }
        if (isNew) {
            listeners.forEach(listener -> listener.accept(erasure));
        }
    }

    /** Adds a listener, which is called on the reading thread after {@link #covers} tells of the erasure. */
    public void onErasure(Consumer<ErasedIdentities> listener) {
        listeners.add(listener);
    }

    /** Whether something of an identity that is of a time, epoch ms, is erased. */
    public boolean covers(HashedIdentity identity, long time) {
        Long last = until.get(identity);
        return last != null && time <= last;
    }

    /** When an identity was erased last, epoch ms; empty if it was not. */
    public OptionalLong erasedAt(String identity) {
        Long last = until.get(HashedIdentity.of(identity));
        return last == null ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /** The number of erased identities. */
    public int count() {
        return until.size();
    }
}
