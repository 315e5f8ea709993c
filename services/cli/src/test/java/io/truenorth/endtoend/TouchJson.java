package io.truenorth.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.simulator.SimulatedTouch;
import io.truenorth.simulator.Touchpoints;
import java.util.Map;

/** A simulated touch as a client of the gateway sends it. */
public final class TouchJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Sentiment, Integer> SENTIMENTS =
            Map.of(Sentiment.POSITIVE, 1, Sentiment.NEUTRAL, 0, Sentiment.NEGATIVE, -1);

    private TouchJson() {}

    /** One event of the gateway's own format. */
    public static String of(SimulatedTouch touch) {
        ObjectNode event = JSON.createObjectNode();
        event.put("eventId", touch.eventId());
        ArrayNode identities = event.putArray("identities");
        touch.identities()
                .forEach(identity -> identities
                        .addObject()
                        .put("namespace", identity.namespace())
                        .put("value", identity.value()));
        event.put("occurredAt", touch.occurredAt());
        if (touch.isRetraction()) {
            return event.put("retracts", touch.retracts()).toString();
        }
        event.put("channel", touch.channel());
        event.put("kind", touch.kind());
        event.put("subject", touch.subject());
        event.put("direction", touch.direction() == Direction.INBOUND ? "in" : "out");
        if (touch.sentiment() != Sentiment.NONE) {
            event.put("sentiment", SENTIMENTS.get(touch.sentiment()));
        }
        if (touch.valueMinor() != 0) {
            event.putObject("money").put("amountMinor", touch.valueMinor()).put("currency", Touchpoints.CURRENCY);
        }
        event.set("attributes", JSON.valueToTree(touch.attributes()));
        return event.toString();
    }
}
