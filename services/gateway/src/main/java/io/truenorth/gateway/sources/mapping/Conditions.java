package io.truenorth.gateway.sources.mapping;

import io.truenorth.gateway.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * When a rule takes an element: all of these must hold.
 *
 * @param when at each place one of these texts; one that ends in {@code *} stands for all that begin so
 * @param unless at none of these places one of these texts
 * @param present something at each place: not missing, {@code null} or empty
 * @param absent nothing at any place
 * @param isNull {@code null} at each place, which is not the same as nothing
 * @param notNull {@code null} at no place
 */
record Conditions(
        Map<PayloadLocation, List<String>> when,
        Map<PayloadLocation, List<String>> unless,
        List<PayloadLocation> present,
        List<PayloadLocation> absent,
        List<PayloadLocation> isNull,
        List<PayloadLocation> notNull) {

    boolean hold(WebhookPayload payload) {
        return present.stream().allMatch(place -> place.find(payload).isPresent())
                && absent.stream().allMatch(place -> place.find(payload).isEmpty())
                && isNull.stream().allMatch(place -> place.isNull(payload))
                && notNull.stream().noneMatch(place -> place.isNull(payload))
                && when.entrySet().stream().allMatch(one -> says(one.getKey(), one.getValue(), payload))
                && unless.entrySet().stream().noneMatch(one -> says(one.getKey(), one.getValue(), payload));
    }

    private static boolean says(PayloadLocation place, List<String> texts, WebhookPayload payload) {
        String found = place.find(payload).flatMap(JsonValue::scalar).orElse("");
        return texts.stream().anyMatch(text -> matches(text, found));
    }

    private static boolean matches(String text, String found) {
        return text.endsWith("*") ? found.startsWith(text.substring(0, text.length() - 1)) : text.equals(found);
    }

    Stream<PayloadLocation> places() {
        return Stream.of(when.keySet(), unless.keySet(), present, absent, isNull, notNull)
                .flatMap(places -> places.stream());
    }
}
