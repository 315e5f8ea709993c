package io.truenorth.dashboard.api.response;

import java.util.List;

/** {@code GET /v1/segments}: by which attributes customers are counted. */
public record AttributesResponse(List<Attribute> attributes) {

    /** An attribute, and the number of its values. */
    public record Attribute(String attribute, String label, int values) {}
}
