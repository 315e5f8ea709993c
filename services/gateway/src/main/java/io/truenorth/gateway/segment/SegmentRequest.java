package io.truenorth.gateway.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.ingest.Translation;
import io.truenorth.gateway.ingest.Translation.TranslatedMessage;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonParts;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.segment.SegmentMessage.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages of one request, and what they have in common.
 *
 * @param messages each as it was sent
 * @param writeKey in the body
 * @param headers what the meaning of each message depends on, beside its body, by name
 */
record SegmentRequest(List<String> messages, Optional<String> writeKey, Map<String, String> headers) {

    private static final int MAX_MESSAGE_BYTES = 32 << 10;
    private static final int MAX_BATCH_BYTES = 512 << 10;
    private static final int MAX_MESSAGES = 2500;

    /**
     * A message that was sent to the endpoint of its type.
     *
     * @throws RejectedRequest 400 if it is no JSON object, or larger than 32 KB
     */
    static SegmentRequest ofMessage(Type type, String body) {
        requireSize(body, MAX_MESSAGE_BYTES);
        try {
            JsonNode message = JsonText.readValue(body, JsonLimits.MESSAGE, new Violations());
            if (!message.isObject()) {
                throw RejectedRequest.unreadableBody("expected an object");
            }
            Optional<String> key = new SegmentMessage(message, "").text("writeKey");
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
        requireSize(body, MAX_BATCH_BYTES);
        try {
            JsonParts parts = JsonParts.ofMember("batch", body);
            if (parts.items().size() > MAX_MESSAGES) {
                throw RejectedRequest.unreadableBody("expected up to " + MAX_MESSAGES + " messages in a batch");
            }
            SegmentMessage batch = new SegmentMessage(parts.rest(), "");
            Map<String, String> headers = batch.text("sentAt")
                    .map(sentAt -> Map.of(SegmentTranslation.SENT_AT, sentAt))
                    .orElse(Map.of());
            return new SegmentRequest(parts.items(), batch.text("writeKey"), headers);
        } catch (InvalidJsonException e) {
            throw RejectedRequest.unreadableBody(e.getMessage());
        }
    }

    /** Translates messages within the limit of size; a larger one fails, and the others of its batch do not. */
    static List<TranslatedMessage> translate(ReceivedMessage message, Translation translation) {
        return bytes(message.body()) <= MAX_MESSAGE_BYTES
                ? translation.translate(message)
                : List.of(TranslatedMessage.of(
                        message, new UnmappedException("", "expected a message of up to 32 KB").outcome()));
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
