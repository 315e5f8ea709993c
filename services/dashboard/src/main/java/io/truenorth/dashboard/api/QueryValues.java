package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.truenorth.contract.Stage;
import io.truenorth.dashboard.moves.MovesSource;
import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import io.truenorth.service.http.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The query parameters of a request. An invalid value is rejected with the name of its parameter. */
final class QueryValues {
    private static final List<String> PERIODS =
            MovesSource.PERIODS.stream().map(String::valueOf).toList();

    private final Context ctx;

    /** The parameters of a request, which are known to be supported by its route. */
    QueryValues(Context ctx) {
        this.ctx = ctx;
    }

    String text(String name, String otherwise) {
        String value = ctx.queryParam(name);
        return value == null ? otherwise : value;
    }

    boolean isTrue(String name) {
        String value = text(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw rejection(name, "expected true or false, was '" + value + "'");
        }
        return value.equals("true");
    }

    int days(int otherwise) {
        String value = text("days", Integer.toString(otherwise));
        if (!PERIODS.contains(value)) {
            throw rejection("days", "expected one of " + String.join(", ", PERIODS) + ", was '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    int limit(int otherwise, int most) {
        String value = text("limit", Integer.toString(otherwise));
        if (!value.matches("[1-9][0-9]{0,5}") || Integer.parseInt(value) > most) {
            throw rejection("limit", "expected 1 to " + most + ", was '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    Optional<Stage> stage() {
        String value = text("stage", "");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Stage.values())
                .filter(stage -> ApiText.word(stage).equals(value))
                .findFirst()
                .orElseThrow(() -> rejection(
                        "stage",
                        "expected one of " + String.join(", ", ApiText.stageWords()) + ", was '" + value + "'")));
    }

    /** A constant of an enum by its name in camel case: {@code lastTouch}. */
    <E extends Enum<E>> E oneOf(String name, Class<E> type, E otherwise) {
        String value = text(name, camel(otherwise));
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> camel(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> rejection(
                        name,
                        Arrays.stream(type.getEnumConstants())
                                .map(QueryValues::camel)
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

    static ProblemException rejection(String parameter, String expected) {
        return QueryParameters.rejection(parameter, expected);
    }

    static ProblemException unknown(String what) {
        return new ProblemException(Problem.ofStatus(404, what));
    }
}
