package io.truenorth.documents.history;

import io.truenorth.relationship.model.AnswerScale;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sources of all fields of an event.
 *
 * @param scale how the sentiment is answered; without one it is a number from −1 to 1
 * @param minorUnits whether money is written in minor units
 */
record FieldRules(
        TimeRule time,
        HistoryTextRule customer,
        HistoryTextRule channel,
        HistoryTextRule kind,
        HistoryTextRule direction,
        HistoryTextRule sentiment,
        Optional<AnswerScale> scale,
        HistoryTextRule value,
        boolean minorUnits,
        HistoryTextRule subject,
        HistoryTextRule id,
        HistoryTextRule retracts,
        HistoryTextRule revision) {

    /** The column of the time and how it is written there. */
    record TimeRule(String column, TimeFormat format) {}

    /** The columns that are read, each with the field it is read for first. */
    Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put(time.column(), "time");
        Stream.of(
                        Map.entry("customer", customer),
                        Map.entry("channel", channel),
                        Map.entry("kind", kind),
                        Map.entry("direction", direction),
                        Map.entry("sentiment", sentiment),
                        Map.entry("value", value),
                        Map.entry("subject", subject),
                        Map.entry("id", id),
                        Map.entry("retracts", retracts),
                        Map.entry("revision", revision))
                .forEach(field ->
                        field.getValue().column().ifPresent(column -> columns.putIfAbsent(column, field.getKey())));
        return columns;
    }
}
