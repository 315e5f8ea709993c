package io.truenorth.gateway.sources.signature;

import io.truenorth.gateway.body.FormField;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the fields of a form become one text, which is signed. */
enum FormSerialization {
    /** Sorted by name and value, each name followed by its value, as Twilio does; equal fields once. */
    SORTED {
        @Override
        String of(List<FormField> fields) {
            return fields.stream()
                    .distinct()
                    .sorted(Comparator.comparing(FormField::name).thenComparing(FormField::value))
                    .map(field -> field.name() + field.value())
                    .collect(Collectors.joining());
        }
    },

    /** As PHP serializes an array of texts, sorted by name, as Paddle does; of a name that occurs twice the last value. */
    PHP {
        @Override
        String of(List<FormField> fields) {
            Map<String, String> byName = new TreeMap<>();
            fields.forEach(field -> byName.put(field.name(), field.value()));
            return byName.entrySet().stream()
                    .map(field -> key(field.getKey()) + text(field.getValue()))
                    .collect(Collectors.joining("", "a:" + byName.size() + ":{", "}"));
        }

        /** A name that is a whole number is one in PHP. */
        private static String key(String name) {
            return WHOLE_NUMBER.matcher(name).matches() ? "i:" + name + ";" : text(name);
        }

        private static String text(String value) {
            return "s:" + value.getBytes(StandardCharsets.UTF_8).length + ":\"" + value + "\";";
        }
    };

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9]\\d{0,17}");

    abstract String of(List<FormField> fields);
}
