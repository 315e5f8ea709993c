package io.truenorth.embedded;

import java.nio.charset.StandardCharsets;

/** What a client of the registry is answered. */
record RegistryResponse(int status, String contentType, byte[] body) {
    static final int UNAUTHORIZED = 401;

    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    /** An error in the form of Confluent's API. */
    static RegistryResponse error(int status, String message) {
        String body = "{\"error_code\":" + status + ",\"message\":\"" + message + "\"}";
        return new RegistryResponse(status, JSON, body.getBytes(StandardCharsets.UTF_8));
    }
}
