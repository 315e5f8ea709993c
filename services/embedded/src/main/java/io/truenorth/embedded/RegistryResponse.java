package io.truenorth.embedded;

import java.nio.charset.StandardCharsets;

/** A response to a client of the registry. */
record RegistryResponse(int status, String contentType, byte[] body) {
    static final int UNAUTHORIZED = 401;

    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    /** An error in the format of Confluent's API. */
    static RegistryResponse error(int status, String message) {
        String body = "{\"error_code\":" + status + ",\"message\":\"" + message + "\"}";
        return new RegistryResponse(status, JSON, body.getBytes(StandardCharsets.UTF_8));
    }
}
