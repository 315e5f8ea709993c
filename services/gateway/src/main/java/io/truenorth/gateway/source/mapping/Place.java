package io.truenorth.gateway.source.mapping;

import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Items;
import io.truenorth.gateway.json.JsonValue.Members;
import io.truenorth.gateway.json.JsonValue.Null;
import io.truenorth.gateway.json.JsonValue.Text;
import java.util.Optional;

/** Where something stands in a request. */
sealed interface Place {

    /** What stands there; nothing where it is missing, {@code null} or empty. */
    Optional<JsonValue> find(Payload payload);

    /** Whether {@code null} stands there, which is not the same as nothing. */
    boolean isNull(Payload payload);

    /** How a message names it. */
    String in(Payload payload);

    /** In the body. */
    record AtPointer(PayloadPointer pointer) implements Place {
        @Override
        public Optional<JsonValue> find(Payload payload) {
            return pointer.find(payload).filter(AtPointer::saysSomething);
        }

        @Override
        public boolean isNull(Payload payload) {
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
        public String in(Payload payload) {
            return pointer.in(payload);
        }
    }

    /** In a header. */
    record InHeader(String name) implements Place {
        @Override
        public Optional<JsonValue> find(Payload payload) {
            return payload.header(name).filter(text -> !text.isBlank()).map(Text::new);
        }

        @Override
        public boolean isNull(Payload payload) {
            return false;
        }

        @Override
        public String in(Payload payload) {
            return "header:" + name;
        }
    }
}
