package io.truenorth.cli.source;

import io.truenorth.gateway.body.FormBody;
import io.truenorth.gateway.body.PayloadReader;
import java.util.Locale;

/**
 * A file with the body of a request.
 *
 * @param body in the charset of its content type
 * @param contentType with the boundary of a multipart body
 */
record PayloadFile(String body, String contentType) {

    private static final String MULTIPART = "multipart/form-data";

    /**
     * The content of a file.
     *
     * @param stated the content type; empty where it follows from the name of the file
     */
    static PayloadFile of(String name, String stated, byte[] bytes) {
        String type = PayloadReader.contentType(stated.isEmpty() ? typeOf(name) : stated, bytes);
        String body = new String(bytes, PayloadReader.charset(type));
        String lowerCase = type.toLowerCase(Locale.ROOT);
        if (lowerCase.startsWith(MULTIPART) && !lowerCase.contains("boundary=")) {
            return new PayloadFile(body, type + "; boundary=\"" + boundary(body) + "\"");
        }
        // An editor ends a file with a line end, which is no part of a form.
        return new PayloadFile(lowerCase.startsWith(FormBody.URL_ENCODED) ? body.strip() : body, type);
    }

    private static String typeOf(String name) {
        if (name.endsWith(".form")) {
            return FormBody.URL_ENCODED;
        }
        return name.endsWith(".multipart") ? MULTIPART : "";
    }

    /** A multipart body begins with two hyphens and its boundary. */
    private static String boundary(String body) {
        String first = body.lines().findFirst().orElse("");
        return first.startsWith("--") ? first.substring(2).strip() : "";
    }
}
