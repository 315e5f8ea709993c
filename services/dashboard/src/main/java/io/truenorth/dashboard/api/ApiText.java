package io.truenorth.dashboard.api;

import io.truenorth.contract.Stage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Constants as they are written in queries and answers: in lower case. */
final class ApiText {
    private ApiText() {}

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static List<String> stageWords() {
        return Stream.of(Stage.values()).map(ApiText::word).toList();
    }
}
