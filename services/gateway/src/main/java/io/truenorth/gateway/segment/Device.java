package io.truenorth.gateway.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.truenorth.gateway.event.Automation;
import io.truenorth.gateway.event.TextConstraint;
import io.truenorth.gateway.json.JsonNodes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What sent a message: the customer's own device, a browser or an app, or a server; and which program it was. The device is known
 * by the message's {@code channel}, which most libraries of RudderStack send, else by the name of the library in its context.
 */
final class Device {

    static final String WEB = "web";
    static final String APP = "app";

    /** {@code analytics.js}, whose new versions keep the name; {@code RudderLabs JavaScript SDK}; and for service workers. */
    private static final Pattern OF_BROWSERS = Pattern.compile(
            "analytics[.-]js\\b|analytics-next|analytics-service-worker|rudder.*(javascript|sdk-js)\\b");

    /**
     * {@code analytics-ios}, {@code @segment/analytics-react-native}, {@code com.rudderstack.android.sdk.core}, {@code
     * rudder-ios-library}, {@code rudder-sdk-swift} and so on: the vendor, and the platform as a separate word.
     */
    private static final Pattern OF_APPS = Pattern.compile(
            "(analytics|rudder).*\\b(ios|android|kotlin|swift|flutter|react-native|xamarin|unity|cordova)\\b");

    private static final List<String> BOT_FLAGS = List.of("isBot", "bot", "botDetected");

    private Device() {}

    /** The channel of the device: {@code web} or {@code app}; empty for a server, or if unknown. */
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
        // To a pattern an underscore is a letter and not a word boundary.
        String words = name.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
        if (OF_BROWSERS.matcher(words).find()) {
            return Optional.of(WEB);
        }
        return OF_APPS.matcher(words).find() ? Optional.of(APP) : Optional.empty();
    }

    /**
     * What the context of a message tells of the program, by the names that {@link Automation} looks for: {@code userAgent}, the
     * brands of {@code userAgentData}, and whether whoever forwarded the message flagged it as a bot's.
     */
    static Map<String, String> program(SegmentMessage context) {
        Map<String, String> program = new TreeMap<>();
        context.text("userAgent").ifPresent(agent -> program.put(Automation.USER_AGENT, agent));
        brands(context.object("userAgentData")).ifPresent(brands -> program.put("client", brands));
        context.object("device").text("type").ifPresent(type -> program.put("clientType", type));
        BOT_FLAGS.stream()
                .flatMap(flag -> context.value(flag).stream())
                .map(Device::flag)
                .filter(flag -> !Automation.isNoBot(flag))
                .findFirst()
                .ifPresent(flag -> program.put(Automation.BOT, flag));
        program.replaceAll((name, text) -> TextConstraint.toContextValue(text));
        program.values().removeIf(String::isEmpty);
        return program;
    }

    private static Optional<String> brands(SegmentMessage userAgentData) {
        StringJoiner names = new StringJoiner(" ");
        for (JsonNode brand :
                userAgentData.value("brands").filter(JsonNode::isArray).orElse(NullNode.instance)) {
            brand.forEach(value ->
                    JsonNodes.scalar(value).filter(text -> brand.isObject()).ifPresent(names::add));
        }
        return Optional.of(names.toString()).filter(text -> !text.isEmpty());
    }

    /** A bot may be named, or described by an object. */
    private static String flag(JsonNode value) {
        if (value.isObject()) {
            return value.isEmpty() ? "" : "true";
        }
        return JsonNodes.scalar(value).orElse("");
    }
}
