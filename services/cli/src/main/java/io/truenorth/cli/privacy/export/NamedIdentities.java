package io.truenorth.cli.privacy.export;

import io.truenorth.contract.Identity;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.Touchpoint;
import java.util.ArrayList;
import java.util.List;

/** The identities, as {@code namespace:value}, that the fields of a record name: those whose record it is. */
final class NamedIdentities {
    private NamedIdentities() {}

    static List<String> of(Touchpoint touchpoint) {
        return touchpoint.getIdentities().stream().map(NamedIdentities::name).toList();
    }

    static List<String> of(StageTransition transition) {
        return List.of(transition.getCustomer());
    }

    /** Of an erasure these are hashes. */
    static List<String> of(IdentityEvent event) {
        List<String> names = new ArrayList<>(event.getIdentities());
        names.add(event.getCustomer());
        names.add(event.getFirst());
        names.add(event.getSecond());
        return names;
    }

    static List<String> of(IdentityRequest request) {
        return request.getOther() == null
                ? List.of(request.getIdentity())
                : List.of(request.getIdentity(), request.getOther());
    }

    static String name(Identity identity) {
        return identity.getNamespace() + ":" + identity.getValue();
    }
}
