package io.truenorth.dashboard.api;

import io.truenorth.contract.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How moments and stages are written. */
final class ApiText {
    /** The stages, the lowest first. */
    static final List<Stage> STAGES = List.of(Stage.values());

    private ApiText() {}

    static String moment(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).toString();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static List<String> stageWords() {
        return Stream.of(Stage.values()).map(ApiText::word).toList();
    }
}
