package io.truenorth.gateway.body;

import io.truenorth.documents.Excerpt;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.jspecify.annotations.Nullable;

/** The fields of forms, in the order in which they were sent: form-encoded or multipart, without files. */
public final class FormBody {

    /** The media type of form-encoded bodies, and of queries. */
    public static final String URL_ENCODED = "application/x-www-form-urlencoded";

    private static final String MULTIPART = "multipart/form-data";
    private static final int MAX_FIELDS = 10_000;
    private static final int MAX_PART_HEADERS = 8192;

    private FormBody() {}

    /**
     * Whether a content type is that of a form.
     *
     * @param contentType the header, with its parameters; empty if there is none
     */
    public static boolean isForm(String contentType) {
        String mediaType = mediaType(contentType);
        return mediaType.equals(URL_ENCODED) || mediaType.equals(MULTIPART);
    }

    /**
     * Whether a body is JSON although its content type is that of form-encoded bodies, whose braces and brackets are encoded at
     * the beginning.
     *
     * @param contentType the header; empty if there is none
     */
    static boolean isJsonSentAsForm(String contentType, byte[] body) {
        if (!mediaType(contentType).equals(URL_ENCODED)) {
            return false;
        }
        int start = 0;
        while (start < body.length && Character.isWhitespace(body[start])) {
            start++;
        }
        return start < body.length && (body[start] == '{' || body[start] == '[');
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The fields of a form.
     *
     * @param body with a character for each byte
     * @param contentType one for which {@link #isForm} holds
     * @throws UnreadableBodyException if the body is not of this type, or has too many fields
     */
    public static List<FormField> fields(String body, String contentType) throws UnreadableBodyException {
        return mediaType(contentType).equals(MULTIPART)
                ? multipart(body.getBytes(StandardCharsets.ISO_8859_1), contentType)
                : urlEncoded(body, charset(charsetName(contentType)));
    }

    /**
     * The parameters of a query.
     *
     * @param query the raw query of a URL
     * @throws UnreadableBodyException if it is not encoded as queries are, or has too many parameters
     */
    public static List<FormField> query(String query) throws UnreadableBodyException {
        byte[] utf8 = query.getBytes(StandardCharsets.UTF_8);
        return urlEncoded(new String(utf8, StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** @param bytes with a character for each byte */
    private static List<FormField> urlEncoded(String bytes, Charset charset) throws UnreadableBodyException {
        List<FormField> fields = new ArrayList<>();
        int start = 0;
        while (start < bytes.length()) {
            int end = bytes.indexOf('&', start);
            String field = bytes.substring(start, end < 0 ? bytes.length() : end);
            if (!field.isEmpty()) {
                int equals = field.indexOf('=');
                String name = equals < 0 ? field : field.substring(0, equals);
                add(
                        fields,
                        percentDecoded(name, charset),
                        percentDecoded(field.substring(equals < 0 ? field.length() : equals + 1), charset));
            }
            start += field.length() + 1;
        }
        return fields;
    }

    private static void add(List<FormField> fields, String name, String value) throws UnreadableBodyException {
        if (fields.size() == MAX_FIELDS) {
            throw new UnreadableBodyException("expected up to " + MAX_FIELDS + " fields in a form");
        }
        fields.add(new FormField(name, value));
    }

    private static String percentDecoded(String encoded, Charset charset) throws UnreadableBodyException {
        try {
            return text(
                    ByteBuffer.wrap(URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1)
                            .getBytes(StandardCharsets.ISO_8859_1)),
                    charset);
        } catch (IllegalArgumentException e) {
            throw new UnreadableBodyException("expected a form-encoded body, found a % without two hexadecimal digits");
        }
    }

    /** Strictly: a text of another charset must not become one with replacement characters. */
    private static String text(ByteBuffer bytes, Charset charset) throws UnreadableBodyException {
        try {
            return charset.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableBodyException("expected a form in " + charset + ", found bytes that are none");
        }
    }

    private static @Nullable String charsetName(String contentType) {
        return MimeTypes.getCharsetFromContentType(contentType);
    }

    private static Charset charset(@Nullable String name) throws UnreadableBodyException {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadableBodyException("expected a known charset, was " + Excerpt.of(String.valueOf(name)));
        }
    }

    private static List<FormField> multipart(byte[] body, String contentType) throws UnreadableBodyException {
        try (MultiPartFormData.Parts parts = parser(boundary(contentType))
                .parse(new ByteBufferContentSource(ByteBuffer.wrap(body)))
                .join()) {
            List<FormField> fields = new ArrayList<>();
            for (MultiPart.Part part : parts) {
                if (part.getFileName() == null && part.getName() != null) {
                    add(fields, part.getName(), text(part));
                }
            }
            return fields;
        } catch (RuntimeException e) {
            // Whatever the parser finds wrong: of its failures only some have a type of their own.
            throw new UnreadableBodyException("expected a multipart body of up to " + MAX_FIELDS
                    + " parts that ends with its boundary, but it is broken");
        }
    }

    private static String boundary(String contentType) throws UnreadableBodyException {
        String boundary = MultiPart.extractBoundary(contentType);
        if (boundary == null || boundary.isBlank()) {
            throw new UnreadableBodyException("expected a boundary in the content type of a multipart body");
        }
        return boundary;
    }

    private static MultiPartFormData.Parser parser(String boundary) {
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(MAX_FIELDS);
        parser.setPartHeadersMaxLength(MAX_PART_HEADERS);
        // The body is in memory already: nothing is written to disk.
        parser.setMaxMemoryFileSize(-1);
        return parser;
    }

    private static String text(MultiPart.Part part) throws UnreadableBodyException {
        try {
            String contentType = part.getHeaders().get("Content-Type");
            return text(
                    Content.Source.asByteBuffer(part.getContentSource()),
                    charset(contentType == null ? null : charsetName(contentType)));
        } catch (IOException e) {
            throw new AssertionError("a part in memory is read without I/O", e);
        }
    }
}
