package io.truenorth.gateway.segment;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells from a message whether the customer's own device sent it, a browser or an app, or a server: by its {@code channel},
 * which most libraries of RudderStack send, else by the name of the library in its context.
 */
final class Device {

    static final String WEB = "web";
    static final String APP = "app";

    /** {@code analytics.js}, whose new versions keep the name; {@code RudderLabs JavaScript SDK}; and for service workers. */
    private static final Pattern OF_BROWSERS = Pattern.compile(
            "analytics[.-]js\\b|analytics-next|analytics-service-worker|rudder.*(javascript|sdk-js)\\b");

    /**
     * {@code analytics-ios}, {@code @segment/analytics-react-native}, {@code com.rudderstack.android.sdk.core}, {@code
     * rudder-ios-library}, {@code rudder-sdk-swift} and so on: whose it is, and the platform as a word of its own.
     */
    private static final Pattern OF_APPS = Pattern.compile(
            "(analytics|rudder).*\\b(ios|android|kotlin|swift|flutter|react-native|xamarin|unity|cordova)\\b");

    private Device() {}

    /** The channel of the device: {@code web} or {@code app}; empty for a server, or where nothing is said. */
    static Optional<String> channel(SegmentMessage message) {
        return switch (message.text("channel").orElse("").toLowerCase(Locale.ROOT)) {
            case "browser", "client", "web" -> Optional.of(WEB);
            case "mobile", "app" -> Optional.of(APP);
            case "server" -> Optional.empty();
            default ->
                ofLibrary(
                        message.object("context").object("library").text("name").orElse(""));
        };
    }

    private static Optional<String> ofLibrary(String name) {
        // An underscore is a letter to a pattern, and no border between words.
        String words = name.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
        if (OF_BROWSERS.matcher(words).find()) {
            return Optional.of(WEB);
        }
        return OF_APPS.matcher(words).find() ? Optional.of(APP) : Optional.empty();
    }
}
