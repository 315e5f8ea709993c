package io.truenorth.gateway.sources.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.sources.mapping.Expression.Extracted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule for requests by which a system verifies an endpoint before it sends anything.
 *
 * @param method the method of such requests
 * @param conditions what else they have in common
 * @param token where they contain a secret
 * @param answer what is answered; an empty body where it is missing
 */
public record HandshakeRule(
        RequestMethod method, Conditions conditions, Optional<PayloadLocation> token, Optional<Expression> answer) {

    /** The challenge of WebSub, by which Meta verifies endpoints too; for documents without rules of their own. */
    public static final HandshakeRule HUB_CHALLENGE = new HandshakeRule(
            RequestMethod.GET,
            new Conditions(
                    Map.of(),
                    Map.of(),
                    List.of(new PayloadLocation.InQuery("hub.challenge")),
                    List.of(),
                    List.of(),
                    List.of()),
            Optional.of(new PayloadLocation.InQuery("hub.verify_token")),
            Optional.of(new Expression.At(new PayloadLocation.InQuery("hub.challenge"))));

    private static final int MAX_ANSWER = 2048;

    /**
     * What a rule says of a request.
     *
     * @param token the secret that the request contains, empty if it is missing; only if the rule expects one
     * @param answer the answer, if the request has it
     */
    public record Reply(Optional<String> token, Optional<String> answer) {}

    /**
     * The reply to a request of this method; empty if the rule does not apply to it.
     *
     * @param payload the body, or the query as an object; empty if it cannot be read
     * @param headers of the request; its query is {@link io.truenorth.gateway.ingest.ReceivedMessage#QUERY_HEADER}
     */
    public Optional<Reply> reply(Optional<JsonNode> payload, Map<String, String> headers) {
        WebhookPayload request =
                WebhookPayload.of(payload.orElseGet(JsonNodeFactory.instance::objectNode), headers, Instant.EPOCH);
        return conditions.match(request)
                ? Optional.of(new Reply(
                        token.map(location ->
                                text(new Expression.At(location), request).orElse("")),
                        answer.map(value -> text(value, request)).orElse(Optional.of(""))))
                : Optional.empty();
    }

    private static Optional<String> text(Expression value, WebhookPayload request) {
        try {
            return value.evaluate(request).map(Extracted::text).filter(text -> text.length() <= MAX_ANSWER);
        } catch (UnmappedException e) {
            return Optional.empty();
        }
    }

    /**
     * A rule of a document.
     *
     * @param token the section {@code token}, if there is one
     * @param payloads the method of requests with payloads
     */
    public static HandshakeRule read(
            DocumentNode node, DocumentSection section, Optional<DocumentSection> token, RequestMethod payloads) {
        HandshakeRule rule = new HandshakeRule(
                RequestMethod.read(section.at("method")),
                Conditions.read(section),
                token.map(some -> PayloadLocation.read(some.required("at"))),
                answer(section.at("answer")));
        if (rule.method == payloads && rule.conditions.isEmpty()) {
            node.problem("expected conditions, without which every payload would be taken for a handshake");
        }
        return rule;
    }

    private static Optional<Expression> answer(DocumentNode node) {
        return node.isPresent() ? Optional.of(ExpressionReader.read(node)) : Optional.empty();
    }
}
