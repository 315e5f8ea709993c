package io.truenorth.documents.history;

import io.truenorth.documents.history.ConsentColumns.ConsentRule;
import io.truenorth.relationship.model.AnswerScale;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sources of all fields of an event.
 *
 * @param references columns of objects that a line is about, such as orders
 * @param scale how the sentiment is answered; without one it is a number from −1 to 1
 * @param numbers how numbers are written
 * @param attributes columns by the names of the customer's attributes
 * @param consent columns of consent
 */
record FieldRules(
        TimeRule time,
        CustomerRule customer,
        List<ReferenceColumn> references,
        HistoryTextRule channel,
        HistoryTextRule kind,
        HistoryTextRule direction,
        HistoryTextRule sentiment,
        Optional<AnswerScale> scale,
        NumberForm numbers,
        MoneyColumn money,
        HistoryTextRule subject,
        HistoryTextRule id,
        HistoryTextRule retracts,
        HistoryTextRule revision,
        Map<String, String> attributes,
        ConsentRule consent) {

    /**
     * The columns of the time, whose texts are joined by a space, and how it is written in them.
     *
     * @param columns one or more
     */
    record TimeRule(List<String> columns, TimeFormat format) {
        /** The time of a row as written. */
        String read(Row row) {
            if (columns.size() == 1) {
                return row.get(columns.get(0));
            }
            StringBuilder text = new StringBuilder();
            for (String column : columns) {
                text.append(text.isEmpty() ? "" : " ").append(row.get(column).strip());
            }
            return text.toString();
        }

        /** The columns, as messages name them. */
        String label() {
            return String.join(" and ", columns);
        }
    }

    /**
     * Who the customer is: one column, or identities with their namespaces, the strongest first.
     *
     * @param column of the customer; not read if there are identities
     * @param region the region of national phone numbers, if the mapping names one
     * @param skipped whether lines without a customer are left out rather than rejected
     */
    record CustomerRule(
            HistoryTextRule column, List<IdentityColumn> identities, Optional<String> region, boolean skipped) {}

    /** The column of an identity. */
    record IdentityColumn(String namespace, String column) {}

    /** The column of the ids of a type of objects. */
    record ReferenceColumn(String type, String column) {}

    /**
     * Money.
     *
     * @param minorUnits whether it is written in minor units
     * @param currency its currency, by ISO 4217; the reporting currency if absent
     * @param rates what one unit of a currency is worth in the reporting currency, beside those of the deployment
     */
    record MoneyColumn(
            HistoryTextRule amount,
            boolean minorUnits,
            Optional<HistoryTextRule> currency,
            Map<String, BigDecimal> rates) {}

    /** The columns that are read, each with the field it is read for first. */
    Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        time.columns().forEach(column -> columns.putIfAbsent(column, "time"));
        customer.identities().forEach(identity -> columns.putIfAbsent(identity.column(), "identities"));
        references.forEach(reference -> columns.putIfAbsent(reference.column(), "references"));
        Stream.of(
                        Map.entry("customer", customer.column()),
                        Map.entry("channel", channel),
                        Map.entry("kind", kind),
                        Map.entry("direction", direction),
                        Map.entry("sentiment", sentiment),
                        Map.entry("value", money.amount()),
                        Map.entry("value.currency", money.currency().orElse(new HistoryTextRule.Constant(""))),
                        Map.entry("subject", subject),
                        Map.entry("id", id),
                        Map.entry("retracts", retracts),
                        Map.entry("revision", revision),
                        Map.entry("consent.scoring", consent.scoring()),
                        Map.entry("consent.activation", consent.activation()))
                .forEach(field ->
                        field.getValue().column().ifPresent(column -> columns.putIfAbsent(column, field.getKey())));
        attributes.values().forEach(column -> columns.putIfAbsent(column, "attributes"));
        return columns;
    }
}
