package io.truenorth.gateway.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.ingest.IngestRequest;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.ingest.Translation.TranslatedMessage;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonParts;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import io.truenorth.gateway.json.Violations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The body of a request: one message, or a batch of them. */
sealed interface SegmentRequest {

    /** The largest message. */
    int MAX_MESSAGE_BYTES = 32 << 10;

    /** The largest batch. */
    int MAX_BATCH_BYTES = 512 << 10;

    /** The most messages in a batch. */
    int MAX_MESSAGES = 2500;

    /** The write key in the body. */
    Optional<String> writeKey();

    /** Translates the messages. */
    Stream<TranslatedMessage> translate(SegmentTranslation translation, IngestRequest request);

    /**
     * A message that was sent to the endpoint of its type.
     *
     * @throws RejectedRequest 400 if it is no JSON object, or larger than 32 KB
     */
    static SegmentRequest ofMessage(SegmentMessage.Type type, String body) {
        requireSize(body, MAX_MESSAGE_BYTES);
        try {
            Violations violations = new Violations();
            JsonNode json = JsonText.readValue(body, JsonLimits.MESSAGE, violations);
            if (!json.isObject()) {
                throw RejectedRequest.unreadableBody("expected an object");
            }
            return new Single(type, body, json, violations);
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
            return new Batched(parts.items(), new SegmentMessage(parts.rest(), ""));
        } catch (InvalidJsonException e) {
            throw RejectedRequest.unreadableBody(e.getMessage());
        }
    }

    private static void requireSize(String body, int most) {
        if (bytes(body) > most) {
            throw RejectedRequest.unreadableBody("expected up to " + most + " bytes, once unpacked");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * One message.
     *
     * @param body as it was sent
     * @param json the same, read
     * @param violations what is wrong with its form
     */
    record Single(SegmentMessage.Type type, String body, JsonNode json, Violations violations)
            implements SegmentRequest {

        @Override
        public Optional<String> writeKey() {
            return new SegmentMessage(json, "").text("writeKey");
        }

        @Override
        public Stream<TranslatedMessage> translate(SegmentTranslation translation, IngestRequest request) {
            ReceivedMessage message = request.message(body, Map.of(SegmentTranslation.TYPE, type.toString()));
            return Stream.of(translation.translate(message, json, violations));
        }
    }

    /**
     * Messages that state their types themselves.
     *
     * @param messages each as it was sent
     * @param rest what they have in common
     */
    record Batched(List<String> messages, SegmentMessage rest) implements SegmentRequest {

        @Override
        public Optional<String> writeKey() {
            return rest.text("writeKey");
        }

        /** A message that is too large fails, and the others do not. */
        @Override
        public Stream<TranslatedMessage> translate(SegmentTranslation translation, IngestRequest request) {
            Map<String, String> headers = rest.text("sentAt")
                    .map(sentAt -> Map.of(SegmentTranslation.SENT_AT, sentAt))
                    .orElse(Map.of());
            return messages.stream()
                    .map(text -> request.message(text, headers))
                    .flatMap(message -> translate(message, translation).stream());
        }

        private static List<TranslatedMessage> translate(ReceivedMessage message, SegmentTranslation translation) {
            return bytes(message.body()) <= MAX_MESSAGE_BYTES
                    ? translation.translate(message)
                    : List.of(TranslatedMessage.of(
                            message, new UnmappedException("", "expected a message of up to 32 KB").outcome()));
        }
    }
}
