package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads values: a place, a text that is the same for every payload, or a map with one function of a closed list and its
 * arguments.
 */
final class ExpressionReader {

    private static final Expression NOTHING = new Expression.Constant("");

    /** The function whose arguments are {@code where} and {@code at}, which is a function too. */
    private static final String ITEM = "in";

    /** The other functions, each with its arguments. */
    private static final Map<String, Set<String>> FUNCTIONS = functions();

    private ExpressionReader() {}

    private static Map<String, Set<String>> functions() {
        Map<String, Set<String>> functions = new LinkedHashMap<>();
        for (String alone :
                List.of("constant", "at", "first", "lowerCase", "hash", "seconds", "millis", "iso", "mail")) {
            functions.put(alone, Set.of());
        }
        functions.put("digits", Set.of());
        functions.put("unlessDigits", Set.of());
        functions.put("lookup", Set.of("values", "otherwise"));
        functions.put("joined", Set.of("with"));
        functions.put("afterLast", Set.of("of"));
        functions.put("count", Set.of("of"));
        functions.put("scale", Set.of("of"));
        functions.put("rating", Set.of("outOf"));
        functions.put("pattern", Set.of("of", "zone"));
        return functions;
    }

    static Expression read(DocumentNode node) {
        if (node.isMap()) {
            return function(node);
        }
        String text = node.text("");
        if (PayloadLocation.isLocation(text)) {
            return new Expression.At(PayloadLocation.read(node));
        }
        if (node.isPresent() && text.isBlank()) {
            node.problem("expected a place, a text or a function, was empty");
        }
        return new Expression.Constant(text.strip());
    }

    static List<Expression> readAll(DocumentNode node) {
        List<Expression> values = new ArrayList<>();
        node.list().forEach(item -> values.add(read(item)));
        if (values.isEmpty()) {
            node.problem("expected a list of at least one value");
        }
        return values;
    }

    private static Expression function(DocumentNode node) {
        DocumentSection section = node.section();
        if (section.at(ITEM).isPresent()) {
            return ItemValue.read(section);
        }
        List<String> named = FUNCTIONS.keySet().stream()
                .filter(name -> section.at(name).isPresent())
                .toList();
        if (named.size() != 1) {
            node.problem("expected one function of " + String.join(", ", FUNCTIONS.keySet()) + ", " + ITEM + ", was "
                    + (named.isEmpty() ? "none" : String.join(" and ", named)));
            arguments().forEach(section::at);
            return NOTHING;
        }
        String name = named.get(0);
        Set<String> beside = FUNCTIONS.getOrDefault(name, Set.of());
        for (String argument : arguments()) {
            DocumentNode found = section.at(argument);
            if (found.isPresent() && !beside.contains(argument)) {
                found.problem("not expected beside " + name);
            }
        }
        return function(name, section);
    }

    private static Set<String> arguments() {
        Set<String> all = new TreeSet<>();
        FUNCTIONS.values().forEach(all::addAll);
        return all;
    }

    private static Expression function(String name, DocumentSection section) {
        DocumentNode argument = section.at(name);
        return switch (name) {
            case "constant" -> new Expression.Constant(argument.text("").strip());
            case "at" -> new Expression.At(PayloadLocation.read(argument));
            case "first" -> new Expression.First(readAll(argument));
            case "lowerCase" -> new TextExpressions.LowerCase(read(argument));
            case "digits" -> new TextExpressions.Digits(true, read(argument));
            case "unlessDigits" -> new TextExpressions.Digits(false, read(argument));
            case "hash" -> hash(argument);
            case "joined" ->
                new TextExpressions.Joined(readAll(argument), section.at("with").text(":"));
            case "lookup" -> lookup(argument, section);
            case "afterLast" -> new TextExpressions.AfterLast(mark(argument), of(section));
            case "count" -> new TextExpressions.Count(mark(argument), of(section));
            case "scale" -> RatingExpressions.Answer.read(argument, of(section));
            case "rating" -> new RatingExpressions.Rated(read(argument), read(section.required("outOf")));
            case "seconds" -> new TimeExpressions.Epoch(TimeExpressions.Unit.SECONDS, read(argument));
            case "millis" -> new TimeExpressions.Epoch(TimeExpressions.Unit.MILLIS, read(argument));
            case "iso" -> new TimeExpressions.Written(false, read(argument));
            case "mail" -> new TimeExpressions.Written(true, read(argument));
            case "pattern" -> TimeExpressions.Patterned.read(argument, section.at("zone"), of(section));
            default -> throw new AssertionError("a function without a reader: " + name);
        };
    }

    private static Expression of(DocumentSection section) {
        return read(section.required("of"));
    }

    private static String mark(DocumentNode node) {
        String mark = node.text("");
        if (mark.isEmpty()) {
            node.problem("expected a text to look for");
            return "/";
        }
        return mark;
    }

    private static Expression hash(DocumentNode node) {
        List<PayloadLocation> over = PayloadLocation.readAll(node);
        if (over.isEmpty()) {
            node.problem("expected a list of at least one place, \"\" for the whole payload");
            return NOTHING;
        }
        return new TextExpressions.Hash(over);
    }

    private static Expression lookup(DocumentNode node, DocumentSection section) {
        Map<String, String> values = new LinkedHashMap<>();
        section.required("values")
                .entries()
                .forEach((theirs, ours) -> values.put(theirs, ours.text("").strip()));
        DocumentNode otherwise = section.at("otherwise");
        return new TextExpressions.Lookup(
                read(node),
                values,
                otherwise.isPresent() ? Optional.of(otherwise.text("").strip()) : Optional.empty());
    }
}
