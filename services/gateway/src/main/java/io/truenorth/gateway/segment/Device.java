package io.truenorth.gateway.segment;

import java.util.List;
import java.util.Optional;

/** Tells from a message whether the customer's own device sent it, a browser or an app, or a server. */
final class Device {

    static final String WEB = "web";
    static final String APP = "app";

    private static final List<String> BROWSER_LIBRARIES = List.of("analytics.js", "analytics-next");
    private static final List<String> APP_LIBRARIES = List.of(
            "analytics-ios",
            "analytics-android",
            "analytics-kotlin",
            "analytics-swift",
            "analytics-react-native",
            "analytics-flutter");

    private Device() {}

    /** The channel of the device: {@code web} or {@code app}; empty for a server, or where nothing is said. */
    static Optional<String> channel(SegmentMessage message) {
        switch (message.text("channel").orElse("")) {
            case "browser", "client" -> {
                return Optional.of(WEB);
            }
            case "mobile" -> {
                return Optional.of(APP);
            }
            case "server" -> {
                return Optional.empty();
            }
            default -> {
                return ofLibrary(
                        message.object("context").object("library").text("name").orElse(""));
            }
        }
    }

    private static Optional<String> ofLibrary(String name) {
        if (BROWSER_LIBRARIES.stream().anyMatch(name::contains)) {
            return Optional.of(WEB);
        }
        return APP_LIBRARIES.stream().anyMatch(name::contains) ? Optional.of(APP) : Optional.empty();
    }
}
