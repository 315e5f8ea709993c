package io.truenorth.gateway.segment;

import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.InvalidJsonException;
import io.truenorth.gateway.json.JsonLimits;
import io.truenorth.gateway.json.JsonParts;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonValue.Members;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages of one request, and what is said of all of them.
 *
 * @param messages each as it was sent
 * @param writeKey in the body
 * @param meant what the meaning of each message depends on, beside itself, by name
 */
record SegmentRequest(List<String> messages, Optional<String> writeKey, Map<String, String> meant) {

    private static final int LARGEST_MESSAGE = 32 << 10;
    private static final int LARGEST_BATCH = 512 << 10;
    private static final int MOST_MESSAGES = 2500;

    /**
     * A message that was sent to the endpoint of its type.
     *
     * @throws RejectedRequest 400 if it is no JSON object, or larger than 32 KB
     */
    static SegmentRequest ofMessage(MessageType type, String body) {
        requireSize(body, LARGEST_MESSAGE);
        try {
            if (!(JsonText.readOne(body, JsonLimits.MESSAGE, new Violations()) instanceof Members members)) {
                throw RejectedRequest.unreadableBody("expected an object");
            }
            Optional<String> key = new SegmentMessage(members.values(), "").text("writeKey");
            return new SegmentRequest(List.of(body), key, Map.of(SegmentTranslation.TYPE, type.toString()));
        } catch (InvalidJsonException e) {
            throw RejectedRequest.unreadableBody(e.getMessage());
        }
    }

    /**
     * A batch of messages.
     *
     * @throws RejectedRequest 400 if it is no JSON object with an array {@code batch}, or larger than 512 KB
     */
    static SegmentRequest ofBatch(String body) {
        requireSize(body, LARGEST_BATCH);
        try {
            JsonParts parts = JsonParts.ofMember("batch", body);
            if (parts.items().size() > MOST_MESSAGES) {
                throw RejectedRequest.unreadableBody("expected up to " + MOST_MESSAGES + " messages in a batch");
            }
            SegmentMessage said = new SegmentMessage(parts.rest().values(), "");
            Map<String, String> meant = said.text("sentAt")
                    .map(sentAt -> Map.of(SegmentTranslation.SENT_AT, sentAt))
                    .orElse(Map.of());
            return new SegmentRequest(parts.items(), said.text("writeKey"), meant);
        } catch (InvalidJsonException e) {
            throw RejectedRequest.unreadableBody(e.getMessage());
        }
    }

    /** Whether a message of a batch is no larger than a message may be. */
    static boolean fits(String message) {
        return bytes(message) <= LARGEST_MESSAGE;
    }

    private static void requireSize(String body, int most) {
        if (bytes(body) > most) {
            throw RejectedRequest.unreadableBody("expected up to " + most + " bytes, once unpacked");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
