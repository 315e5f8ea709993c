package io.truenorth.gateway.sources.mapping;

import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Items;
import io.truenorth.gateway.json.JsonValue.Members;
import io.truenorth.gateway.json.JsonValue.Null;
import io.truenorth.gateway.json.JsonValue.Text;
import java.util.Optional;

/** Where something stands in a request. */
sealed interface PayloadLocation {

    /** What stands there; nothing where it is missing, {@code null} or empty. */
    Optional<JsonValue> find(WebhookPayload payload);

    /** Whether {@code null} stands there, which is not the same as nothing. */
    boolean isNull(WebhookPayload payload);

    /** How a message names it. */
    String in(WebhookPayload payload);

    /** In the body. */
    record AtPointer(PayloadPointer pointer) implements PayloadLocation {
        @Override
        public Optional<JsonValue> find(WebhookPayload payload) {
            return pointer.find(payload).filter(AtPointer::saysSomething);
        }

        @Override
        public boolean isNull(WebhookPayload payload) {
            return pointer.find(payload).filter(Null.class::isInstance).isPresent();
        }

        private static boolean saysSomething(JsonValue value) {
            if (value instanceof Text text) {
                return !text.text().isBlank();
            }
            if (value instanceof Items items) {
                return !items.values().isEmpty();
            }
            return value instanceof Members members ? !members.values().isEmpty() : !(value instanceof Null);
        }

        @Override
        public String in(WebhookPayload payload) {
            return pointer.in(payload);
        }
    }

    /** In a header. */
    record InHeader(String name) implements PayloadLocation {
        @Override
        public Optional<JsonValue> find(WebhookPayload payload) {
            return payload.header(name).filter(text -> !text.isBlank()).map(Text::new);
        }

        @Override
        public boolean isNull(WebhookPayload payload) {
            return false;
        }

        @Override
        public String in(WebhookPayload payload) {
            return "header:" + name;
        }
    }
}
