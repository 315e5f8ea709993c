package io.truenorth.gateway.segment;

import io.truenorth.gateway.event.Automation;
import io.truenorth.gateway.event.ContextText;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Items;
import io.truenorth.gateway.json.JsonValue.Members;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a message's context says of the program that acted: {@code userAgent}, the brands of {@code userAgentData}, and
 * whether whoever passed the message on took it for a bot ({@code isBot}, {@code bot}).
 */
final class ClientProgram {

    private static final List<String> FLAGS = List.of("isBot", "bot", "botDetected");

    private ClientProgram() {}

    /** The names and values by which {@link Automation} knows machines. */
    static Map<String, String> of(SegmentMessage context) {
        Map<String, String> program = new TreeMap<>();
        context.text("userAgent").ifPresent(agent -> program.put(Automation.USER_AGENT, agent));
        brands(context.object("userAgentData")).ifPresent(brands -> program.put("client", brands));
        context.object("device").text("type").ifPresent(type -> program.put("clientType", type));
        FLAGS.stream()
                .flatMap(flag -> context.value(flag).stream())
                .map(ClientProgram::flag)
                .filter(flag -> !Automation.isNoBot(flag))
                .findFirst()
                .ifPresent(flag -> program.put(Automation.BOT, flag));
        program.replaceAll((name, text) -> ContextText.of(text));
        program.values().removeIf(String::isEmpty);
        return program;
    }

    private static Optional<String> brands(SegmentMessage userAgentData) {
        JsonValue brands = userAgentData.value("brands").orElse(new Items(List.of()));
        String names = brands instanceof Items items
                ? items.values().stream()
                        .flatMap(item ->
                                item instanceof Members brand ? brand.values().values().stream() : Stream.empty())
                        .flatMap(value -> value.scalar().stream())
                        .collect(Collectors.joining(" "))
                : "";
        return Optional.of(names).filter(text -> !text.isEmpty());
    }

    /** A bot may be named, or described by an object. */
    private static String flag(JsonValue value) {
        if (value instanceof Members members) {
            return members.values().isEmpty() ? "" : "true";
        }
        return value.scalar().orElse("");
    }
}
