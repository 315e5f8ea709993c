package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.truenorth.contract.Stage;
import io.truenorth.dashboard.moves.MovesSource;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a request asks, read strictly: a parameter that nobody knows, or a value of another form, is refused by its name. */
final class Question {
    private static final List<String> PERIODS =
            MovesSource.PERIODS.stream().map(String::valueOf).toList();

    private final Context ctx;

    /** The question of a request that may have these parameters and no others. */
    Question(Context ctx, String... known) {
        this.ctx = ctx;
        requireKnown(ctx, known);
        ctx.queryParamMap().forEach((name, values) -> {
            if (values.size() > 1) {
                throw refusal(name, "expected it once");
            }
        });
    }

    /** Refuses a request that has parameters other than these. */
    static void requireKnown(Context ctx, String... known) {
        for (String name : ctx.queryParamMap().keySet()) {
            if (!List.of(known).contains(name)) {
                throw refusal(
                        name,
                        known.length == 0 ? "expected no parameter" : "expected one of " + String.join(", ", known));
            }
        }
    }

    String text(String name, String otherwise) {
        String value = ctx.queryParam(name);
        return value == null ? otherwise : value;
    }

    boolean isTrue(String name) {
        String value = text(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw refusal(name, "expected true or false, was '" + value + "'");
        }
        return value.equals("true");
    }

    int days(int otherwise) {
        String value = text("days", Integer.toString(otherwise));
        if (!PERIODS.contains(value)) {
            throw refusal("days", "expected one of " + String.join(", ", PERIODS) + ", was '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    int limit(int otherwise, int most) {
        String value = text("limit", Integer.toString(otherwise));
        if (!value.matches("[1-9][0-9]{0,5}") || Integer.parseInt(value) > most) {
            throw refusal("limit", "expected 1 to " + most + ", was '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    Optional<Stage> stage() {
        String value = text("stage", "");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Stage.values())
                .filter(stage -> Texts.word(stage).equals(value))
                .findFirst()
                .orElseThrow(() -> refusal(
                        "stage",
                        "expected one of " + String.join(", ", Texts.stageWords()) + ", was '" + value + "'")));
    }

    /** One of the constants of an enum, by their names in camel case: {@code lastTouch}. */
    <E extends Enum<E>> E oneOf(String name, Class<E> type, E otherwise) {
        String value = text(name, camel(otherwise));
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> camel(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> refusal(
                        name,
                        Arrays.stream(type.getEnumConstants())
                                .map(Question::camel)
                                .collect(Collectors.joining(", ", "expected one of ", ", was '" + value + "'"))));
    }

    private static String camel(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder camel = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            camel.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
        }
        return camel.toString();
    }

    static ProblemException refusal(String parameter, String expected) {
        return new ProblemException(
                Problem.of(400, "invalid-parameter", "Invalid parameter", parameter + ": " + expected)
                        .with("parameter", parameter));
    }

    static ProblemException unknown(String what) {
        return new ProblemException(Problem.ofStatus(404, what));
    }
}
