package io.truenorth.endtoend.channels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.MessageBuilder;
import com.segment.analytics.messages.PageMessage;
import com.segment.analytics.messages.ScreenMessage;
import com.segment.analytics.messages.TrackMessage;
import io.truenorth.service.http.TokenHash;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The channels of a shop: each sends what it knows of its visitors, the web and the app by the library of Segment as it is, the
 * newsletter by the webhooks of Mailgun, the store and the desk in the gateway's own format.
 */
final class ShopChannels {
    private static final String WEB_KEY = "the-key-of-the-web";
    private static final String APP_KEY = "the-key-of-the-app";
    private static final String MAILGUN_KEY = "the-webhook-signing-key";
    private static final String OPERATOR_TOKEN = "the-token-of-who-may-split";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;
    private final Instant now = Instant.now();

    ShopChannels(URI gateway) {
        this.gateway = gateway;
    }

    /** The documents of the sources, by the names of their files. */
    static Map<String, String> documents() throws IOException {
        return Map.of(
                "web.yaml",
                ConnectedSystem.document("shop.yaml", WEB_KEY),
                "app.yaml",
                ConnectedSystem.document("shop.yaml", APP_KEY).replace("channel: web", "channel: app"),
                "mailgun.yaml",
                "extends: mailgun\n");
    }

    /** The secrets of the sources, by variable; and the token of who may split, as keys of sources may send events only. */
    static Map<String, String> secrets() {
        return Map.of(
                "MAILGUN_SIGNING_KEY",
                MAILGUN_KEY,
                "TRUENORTH_GATEWAY_IDENTITIES_TOKENS",
                "operator:" + TokenHash.of("operator", OPERATOR_TOKEN).sha256());
    }

    /** Somebody browses the web without an account. */
    void browse(String anonymousId) {
        segment(
                WEB_KEY,
                PageMessage.builder("Home").anonymousId(anonymousId),
                TrackMessage.builder("Product Viewed")
                        .anonymousId(anonymousId)
                        .properties(Map.of("category", "lamps")));
    }

    /** A visitor opens an account in the app. */
    void signUp(String userId, String anonymousId, String address) {
        segment(
                APP_KEY,
                IdentifyMessage.builder()
                        .userId(userId)
                        .anonymousId(anonymousId)
                        .traits(Map.of("email", address, "region", "north")),
                ScreenMessage.builder("Welcome").userId(userId).anonymousId(anonymousId));
    }

    private void segment(String key, MessageBuilder<?, ?>... messages) {
        Analytics analytics =
                Analytics.builder(key).endpoint(gateway.toString()).build();
        for (MessageBuilder<?, ?> message : messages) {
            analytics.enqueue(message);
        }
        analytics.flush();
        analytics.shutdown();
    }

    /** Who has an address opens a newsletter and clicks in it. */
    void readNewsletter(String address) throws Exception {
        for (String event : new String[] {"opened", "clicked"}) {
            send(request("/v1/sources/mailgun", """
                    {"signature": {"timestamp": "%1$d", "token": "t", "signature": "%2$s"},
                     "event-data": {"event": "%3$s", "id": "mail-%3$s", "timestamp": %1$d, "recipient": "%4$s"}}""".formatted(
                            now.getEpochSecond(), signature(now.getEpochSecond() + "t"), event, address)));
        }
    }

    private static String signature(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(MAILGUN_KEY.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }

    /** A customer buys in the store and shows a card. */
    void buy(String eventId, String card) throws Exception {
        post(eventId, identity("card", card), "store", "purchase", """
                , "money": {"amountMinor": 4900, "currency": "EUR"}""");
    }

    /** Who has an address writes to the desk. */
    void writeTicket(String eventId, String address) throws Exception {
        post(eventId, identity("email", address), "support", "ticket_opened", ", \"sentiment\": -1");
    }

    /** Who is signed in in the app enters, or shows, something else. */
    void use(String eventId, String userId, String namespace, String value) throws Exception {
        post(eventId, identity("user", userId) + ", " + identity(namespace, value), "app", "app_opened", "");
    }

    /** A user splits an identity from its customer. */
    void split(String identity) throws Exception {
        send(request("/v1/identities/split", "{\"identity\": \"%s\"}".formatted(identity))
                .header("Authorization", "Bearer " + OPERATOR_TOKEN));
    }

    private static String identity(String namespace, String value) {
        return "{\"namespace\": \"%s\", \"value\": \"%s\"}".formatted(namespace, value);
    }

    private void post(String eventId, String identities, String channel, String kind, String more) throws Exception {
        send(request("/v1/touchpoints", """
                {"eventId": "%s", "identities": [%s], "occurredAt": "%s",
                 "channel": "%s", "kind": "%s", "direction": "in"%s}""".formatted(eventId, identities, now, channel, kind, more)));
    }

    private HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private void send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
    }
}
