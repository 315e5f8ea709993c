package io.truenorth.service.config;

/**
 * A configuration key, as documented.
 *
 * @param path names from the root of the file, separated by dots: {@code gateway.http.port}
 * @param type the type and its bounds
 * @param fallback the default, as written in a file; empty if there is none
 * @param meaning the description, one or two sentences
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
