package io.truenorth.gateway.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import io.truenorth.gateway.json.Violations;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads the body of a request by its content type: a form becomes a {@link FormObject}, and everything else is JSON. */
public final class PayloadReader {

    private PayloadReader() {}

    /**
     * The charset in which the bytes of a body become a text, and bytes again: for forms one in which each byte is a character, as
     * their parts may be of any charset, or files.
     */
    public static Charset charset(String contentType) {
        return FormBody.isForm(contentType) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    /**
     * The content type by which a body is read: none where JSON is sent as a form, as {@code curl -d} does.
     *
     * @param declared the header; empty if there is none
     */
    public static String contentType(String declared, byte[] body) {
        return FormBody.isJsonSentAsForm(declared, body) ? "" : declared;
    }

    /**
     * Reads a body.
     *
     * @param body in its {@link #charset}
     * @param contentType the header; empty if there is none
     * @param violations takes what is wrong with the form of a JSON text
     * @throws UnreadableBodyException if the body is not of this type, or exceeds a limit
     */
    public static JsonNode read(String body, String contentType, Violations violations) throws UnreadableBodyException {
        if (FormBody.isForm(contentType)) {
            return FormObject.of(FormBody.fields(body, contentType));
        }
        try {
            return JsonText.readValue(body, JsonLimits.PAYLOAD, violations);
        } catch (InvalidJsonException e) {
            throw new UnreadableBodyException(e.getMessage());
        }
    }
}
