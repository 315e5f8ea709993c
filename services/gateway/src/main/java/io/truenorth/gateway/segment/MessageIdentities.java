package io.truenorth.gateway.segment;

import io.truenorth.gateway.event.IncomingEvent.Identity;
import io.truenorth.gateway.event.UnmappedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who a message speaks of, the strongest first: {@code userId} in the namespace {@code user}, {@code anonymousId} in {@code
 * anonymous}, and from the customer's traits {@code email} and {@code phone}.
 */
final class MessageIdentities {

    private static final String USER = "user";
    private static final String ANONYMOUS = "anonymous";

    private MessageIdentities() {}

    /**
     * The identities of a message.
     *
     * @throws UnmappedException if there is none
     */
    static List<Identity> of(SegmentMessage message, MessageType type) throws UnmappedException {
        List<Identity> identities = new ArrayList<>();
        add(message, "userId", USER, identities);
        add(message, "anonymousId", ANONYMOUS, identities);
        if (type == MessageType.ALIAS) {
            // A previous id is that of a visitor or of a user, and the message does not say which.
            add(message, "previousId", ANONYMOUS, identities);
            add(message, "previousId", USER, identities);
        }
        addTrait(message, type, "email", identities);
        addTrait(message, type, "phone", identities);
        if (identities.isEmpty()) {
            throw new UnmappedException("", "expected a userId or an anonymousId, found neither");
        }
        return identities;
    }

    private static void add(SegmentMessage message, String name, String namespace, List<Identity> identities) {
        message.identity(name).ifPresent(value -> identities.add(Identity.of(namespace, value)));
    }

    private static void addTrait(SegmentMessage message, MessageType type, String name, List<Identity> identities) {
        Optional<String> ofContext = message.object("context").object("traits").identity(name);
        // The traits of a group are the group's.
        Optional<String> own = type == MessageType.GROUP
                ? Optional.empty()
                : message.object("traits").identity(name);
        own.or(() -> ofContext).ifPresent(value -> identities.add(Identity.of(name, value)));
    }
}
