package io.truenorth.gateway.ingest;

import io.truenorth.gateway.body.FormBody;
import io.truenorth.gateway.body.PayloadReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that a source sent: the body of a request or record, or one item of a batch.
 *
 * @param body as it was sent; of a form a character for each byte, as its parts may be of any charset, or files
 * @param headers by name, in lower case; the query of the request, where its meaning depends on it, is {@link #QUERY_HEADER}
 * @param receivedAt when it arrived, epoch ms
 */
public record ReceivedMessage(String body, Map<String, String> headers, long receivedAt) {

    /** The name under which the query of a request is kept with its headers. */
    public static final String QUERY_HEADER = "truenorth-query";

    private static final String CONTENT_TYPE = "content-type";

    /** Lower-cases the names of the headers. */
    public ReceivedMessage {
        Map<String, String> byName = new TreeMap<>();
        headers.forEach((name, value) -> byName.put(name.toLowerCase(Locale.ROOT), value));
        headers = byName;
    }

    /** A header by its name, in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The same with another body. */
    public ReceivedMessage withBody(String other) {
        return new ReceivedMessage(other, headers, receivedAt);
    }

    /** The same with other headers. */
    public ReceivedMessage withHeaders(Map<String, String> others) {
        return new ReceivedMessage(body, others, receivedAt);
    }

    /** The content type; empty if there is none. */
    public String contentType() {
        return contentType(headers);
    }

    /** Whether the body is that of a form. */
    public boolean isForm() {
        return FormBody.isForm(contentType());
    }

    /** The bytes of the body as they were sent. */
    public byte[] bytes() {
        return body.getBytes(charset(headers));
    }

    static Charset charset(Map<String, String> headers) {
        return PayloadReader.charset(contentType(headers));
    }

    private static String contentType(Map<String, String> headers) {
        return headers.getOrDefault(CONTENT_TYPE, "");
    }
}
