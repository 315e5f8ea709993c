package io.truenorth.gateway.segment;

import io.truenorth.gateway.event.NativeEvent;
import io.truenorth.gateway.ingest.UnmappedException;
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
     * Adds them to an event.
     *
     * @throws UnmappedException if there is none
     */
    static void add(SegmentMessage message, MessageType type, NativeEvent event) throws UnmappedException {
        add(message, "userId", USER, event);
        add(message, "anonymousId", ANONYMOUS, event);
        if (type == MessageType.ALIAS) {
            // A previous id is that of a visitor or of a user, and the message does not say which.
            add(message, "previousId", ANONYMOUS, event);
            add(message, "previousId", USER, event);
        }
        addTrait(message, type, "email", event);
        addTrait(message, type, "phone", event);
        if (!event.members().values().containsKey("identities")) {
            throw new UnmappedException("", "expected a userId or an anonymousId, found neither");
        }
    }

    private static void add(SegmentMessage message, String name, String namespace, NativeEvent event) {
        message.name(name).ifPresent(value -> event.identity(namespace, value));
    }

    private static void addTrait(SegmentMessage message, MessageType type, String name, NativeEvent event) {
        SegmentMessage context = message.object("context");
        Optional<String> ofContext = context.object("traits").name(name);
        // The traits of a group are the group's.
        Optional<String> own = type == MessageType.GROUP
                ? Optional.empty()
                : message.object("traits").name(name);
        own.or(() -> ofContext).ifPresent(value -> event.identity(name, value));
    }
}
