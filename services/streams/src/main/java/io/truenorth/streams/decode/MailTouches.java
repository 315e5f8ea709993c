package io.truenorth.streams.decode;

import io.truenorth.relationship.ledger.Category;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Message;
import io.truenorth.relationship.ledger.Touch;
import java.util.Map;
import java.util.Set;

/**
 * The touches by which the reactions of machines are found: deliveries of mails, and what mail scanners do with them. They
 * follow every link of a mail as it arrives, also the one that unsubscribes.
 */
final class MailTouches {
    /** The name of the message's id in the context of a touchpoint. */
    private static final String MESSAGE = "message";

    private static final String DELIVERED = "email_delivered";
    private static final Set<String> REACTIONS = Set.of("email_clicked", "unsubscribed");

    private MailTouches() {}

    static boolean isDeliveryOrReaction(Touch touch) {
        Category category = touch.category();
        if (category == null) {
            return false;
        }
        return touch.direction() == Direction.OUTBOUND
                ? category.kind().equals(DELIVERED)
                : REACTIONS.contains(category.kind());
    }

    /** Returns the message of a touchpoint; one without an id is the same as any other without. */
    static Message message(Map<String, String> context, long occurredAt) {
        return Message.of(context.getOrDefault(MESSAGE, ""), occurredAt);
    }
}
