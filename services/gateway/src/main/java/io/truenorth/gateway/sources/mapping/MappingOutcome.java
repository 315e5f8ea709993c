package io.truenorth.gateway.sources.mapping;

import io.truenorth.gateway.json.JsonValue;
import java.util.Map;

/** What became of a payload, or of one element of it. */
public sealed interface MappingOutcome {

    /**
     * An event in our own form, as {@link io.truenorth.gateway.event.TouchpointMapper} takes it, which holds it against the
     * contract.
     *
     * @param event the JSON of the event
     * @param origins where in the payload each part comes from: pointer into the event to pointer into the payload, or
     *     {@code header:NAME}; parts that the document says itself are not in it
     */
    record Event(JsonValue.Members event, Map<String, String> origins) implements MappingOutcome {}

    /**
     * Left out on purpose.
     *
     * @param because the document's reason
     */
    record Ignored(String because) implements MappingOutcome {}

    /**
     * Covered by no rule, or by one that cannot read it; to be kept, so that nothing is lost.
     *
     * @param path a pointer into the payload, or {@code header:NAME}; empty for the whole
     * @param message what was expected and what was found
     */
    record Unmapped(String path, String message) implements MappingOutcome {}

    /**
     * Money that went back, or is disputed, of a customer whom the payload does not name; to be kept, as it may never be left
     * out.
     *
     * @param path a pointer into the payload; empty for the whole
     * @param message what was expected, and what the payload refers to
     */
    record UnknownCustomer(String path, String message) implements MappingOutcome {}
}
