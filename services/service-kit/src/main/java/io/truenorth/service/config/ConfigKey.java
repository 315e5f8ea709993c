package io.truenorth.service.config;

/**
 * One thing that can be configured, as documentation tells it.
 *
 * @param path names from the root of the file, separated by dots: {@code gateway.http.port}
 * @param type what is expected, with its bounds
 * @param fallback the default as one would write it; empty where there is none
 * @param meaning what it does, one or two sentences
 */
public record ConfigKey(String path, String type, String fallback, String meaning) {

    private static final String PREFIX = "TRUENORTH";

    /** The environment variable of this key: {@code TRUENORTH_GATEWAY_HTTP_PORT}. */
    public String variable() {
        return variableOf(path);
    }

    /** Dots and the humps of a name become underscores: {@code a.maxBody} is {@code TRUENORTH_A_MAX_BODY}. */
    static String variableOf(String path) {
        StringBuilder name = new StringBuilder(PREFIX).append('_');
        for (char character : path.toCharArray()) {
            if (Character.isUpperCase(character)) {
                name.append('_');
            }
            name.append(character == '.' ? '_' : Character.toUpperCase(character));
        }
        return name.toString();
    }
}
