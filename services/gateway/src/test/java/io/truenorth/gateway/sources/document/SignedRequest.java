package io.truenorth.gateway.sources.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.sources.document.SourceEvents.Content;
import io.truenorth.gateway.sources.document.SourceEvents.Signing;
import io.truenorth.gateway.sources.document.SourceEvents.SourceEvent;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request as a system sends it, signed by the {@code openssl} command.
 *
 * @param pathAndQuery behind the public URL
 * @param secret what the deployment knows to check it
 */
public record SignedRequest(
        String method, String pathAndQuery, Map<String, String> headers, String body, String secret) {

    /** How senders call the gateway. */
    public static final String PUBLIC_URL = "https://in.example.org";

    private static final String BOUNDARY = "----part-of-a-form";

    /**
     * The request of an event.
     *
     * @param at when it is signed
     */
    public static SignedRequest of(SourceEvents events, SourceEvent event, Instant at) {
        Signing signing = events.signing();
        OpenSsl openssl = new OpenSsl(signing.digest(), signing.secret());
        Map<String, String> query = new LinkedHashMap<>(event.query());
        signing.query().forEach((name, template) -> query.put(name, filled(template, openssl, at)));
        String path = "/v1/sources/" + events.source() + (query.isEmpty() ? "" : "?" + form(query));

        JsonNode payload = event.payload();
        if (!signing.payload().isMissingNode()) {
            String signature = openssl.signature(filled(signing.signs(), openssl, at));
            payload = SourceEvents.merged(
                    payload, Outcomes.read(signed(filled(signing.payload().toString(), openssl, at), signature)));
        }
        Map<String, String> fields = new TreeMap<>();
        String body = body(event, payload, fields);
        String sorted = fields.entrySet().stream()
                .map(field -> field.getKey() + field.getValue())
                .collect(Collectors.joining());
        String signed = filled(signing.signs(), openssl, at)
                .replace("{url}", PUBLIC_URL + path)
                .replace("{fields}", sorted)
                .replace("{body}", body);
        String signature = openssl.signature(signed);

        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType(event.content()));
        headers.putAll(event.headers());
        signing.headers()
                .forEach((name, template) -> headers.put(name, signed(filled(template, openssl, at), signature)));
        return new SignedRequest(event.method(), path, headers, body, openssl.secret());
    }

    private static String contentType(Content content) {
        return switch (content) {
            case JSON -> "application/json";
            case FORM -> "application/x-www-form-urlencoded";
            case MULTIPART -> "multipart/form-data; boundary=" + BOUNDARY;
        };
    }

    private static String filled(String template, OpenSsl openssl, Instant at) {
        return template.replace("{time}", Long.toString(at.getEpochSecond()))
                .replace("{millis}", Long.toString(at.toEpochMilli()))
                .replace("{iso}", at.toString())
                .replace("{secret}", openssl.secret())
                .replace(
                        "{basic}",
                        Base64.getEncoder().encodeToString(openssl.secret().getBytes(UTF_8)));
    }

    /** @param signature in hex */
    private static String signed(String template, String signature) {
        return template.replace("{hex}", signature)
                .replace(
                        "{base64}",
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(signature)));
    }

    /** @param fields of a form; filled in */
    private static String body(SourceEvent event, JsonNode payload, Map<String, String> fields) {
        if (payload.isMissingNode()) {
            return "";
        }
        if (event.content() == Content.JSON) {
            return payload.toString();
        }
        addFields("", payload, fields);
        return event.content() == Content.FORM
                ? form(fields)
                : fields.entrySet().stream()
                        .map(field -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                                + "\"\r\n\r\n" + field.getValue() + "\r\n")
                        .collect(Collectors.joining("", "", "--" + BOUNDARY + "--\r\n"));
    }

    private static void addFields(String name, JsonNode value, Map<String, String> fields) {
        if (!value.isContainerNode()) {
            fields.put(name, value.asText());
        }
        value.fields()
                .forEachRemaining(field -> addFields(
                        name.isEmpty() ? field.getKey() : name + "[" + field.getKey() + "]", field.getValue(), fields));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            addFields(name + "[" + i + "]", value.get(i), fields);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
