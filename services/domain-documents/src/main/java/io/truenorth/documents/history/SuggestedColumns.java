package io.truenorth.documents.history;

import io.truenorth.identity.LowerCaseWords;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the columns of a mapping by their names and values. */
final class SuggestedColumns {

    private static final Pattern CUSTOMER_ID = Pattern.compile(
            "(.* )?(customer|client|contact|requester|user|member|profile|subscriber|account|person|record|buyer)( (id|no|number|key))"
                    + "|customer|client|iban|(kunden|mitglieds|client)(nummer|nr|id)|kunde|client id|external id");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d ()/.-]{6,}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,2}");
    private static final int MOST_STARS = 5;
    private static final int MOST_NPS = 10;
    private static final int MOST_KINDS = 30;
    private static final int LONGEST_SUBJECT = 256;

    private static final List<String> SUBJECTS = List.of(
            "lineitem name",
            "item name",
            "item title",
            "product name",
            "product",
            "artikel",
            "event name",
            "subject",
            "item",
            "description",
            "campaign",
            "flow");
    private static final List<String> IDS = List.of(
            "transaction id",
            "order number",
            "order id",
            "order no",
            "attendee no",
            "ticket id",
            "response id",
            "event id",
            "conversation id",
            "invoice id",
            "invoice number",
            "id",
            "#");

    private final List<SampledColumn> columns;

    SuggestedColumns(List<SampledColumn> columns) {
        this.columns =
                columns.stream().filter(column -> !column.name().isBlank()).toList();
    }

    /** The place of the first text that occurs in a name; the number of texts if none does. */
    static int rank(String words, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if ((" " + words + " ").contains(" " + text) || words.equals(text)) {
                return i;
            }
        }
        return texts.size();
    }

    /** Columns of customer ids that have values. */
    List<SampledColumn> customerIds() {
        return columns.stream()
                .filter(column -> CUSTOMER_ID.matcher(column.words()).matches())
                .filter(column -> !column.filled().isEmpty() && !column.isConstant() && !column.isOfAddresses())
                .toList();
    }

    /** Columns of e-mail addresses; the address of the shop itself is the same in all lines. */
    List<SampledColumn> addresses() {
        return columns.stream()
                .filter(column -> column.isOfAddresses() && !column.isConstant())
                .toList();
    }

    /** Columns of phone numbers. */
    List<SampledColumn> phones() {
        return columns.stream()
                .filter(column -> column.words().matches(".*\\b(phone|mobile|telefon|tel)\\b.*"))
                .filter(column -> column.mostly(PHONE.asMatchPredicate()))
                .toList();
    }

    /** The column of currencies. */
    Optional<SampledColumn> currency() {
        return columns.stream()
                .filter(column -> column.words().matches(".*(currency|währung|waehrung|devise|moneda).*"))
                .filter(column -> column.mostly(CURRENCY.asMatchPredicate()))
                .findFirst();
    }

    /** The column of what it was about. */
    Optional<SampledColumn> subject() {
        return columns.stream()
                .filter(column -> rank(column.words(), SUBJECTS) < SUBJECTS.size())
                .filter(column -> !column.filled().isEmpty())
                .filter(column ->
                        column.mostly(value -> value.length() <= LONGEST_SUBJECT && !SampledColumn.isValue(value)))
                .min(Comparator.comparingInt(column -> rank(column.words(), SUBJECTS)));
    }

    /** The column of the events' ids: no value occurs twice. */
    Optional<SampledColumn> id(List<SampledColumn> except) {
        return columns.stream()
                .filter(column -> !except.contains(column) && column.isUnique())
                .filter(column -> IDS.stream().anyMatch(id -> (" " + column.words()).endsWith(" " + id)))
                .min(Comparator.comparingInt(column -> rank(column.words(), IDS)));
    }

    /** The column of answers, with its scale. */
    Optional<Map.Entry<SampledColumn, String>> sentiment() {
        for (SampledColumn column : columns) {
            String words = column.words();
            if (words.matches(".*\\b(nps|recommend)\\b.*") && isWithin(column, 0, MOST_NPS)) {
                return Optional.of(Map.entry(column, "nps"));
            }
            if (words.matches(".*(\\bstars?\\b|\\brating\\b|satisfied|csat).*")
                    && !words.contains("member")
                    && isWithin(column, 1, MOST_STARS)) {
                return Optional.of(Map.entry(column, "stars"));
            }
        }
        return Optional.empty();
    }

    private static boolean isWithin(SampledColumn column, int low, int high) {
        return !column.filled().isEmpty()
                && column.filled().stream()
                        .allMatch(value -> WHOLE.matcher(value).matches()
                                && Integer.parseInt(value) >= low
                                && Integer.parseInt(value) <= high);
    }

    /** Columns of attributes by their names. */
    Map<String, SampledColumn> attributes() {
        Map<String, SampledColumn> attributes = new LinkedHashMap<>();
        for (SampledColumn column : columns) {
            if (column.words().matches("region|country|country region|segment|plan")) {
                String name = LowerCaseWords.of(column.words().replace("country region", "country"));
                attributes.putIfAbsent(name, column);
            }
        }
        return attributes;
    }

    /** The column of what happened, with a few different texts. */
    Optional<SampledColumn> kinds() {
        return columns.stream()
                .filter(column -> column.words().matches("kind|event|event type|metric|activity|action|rule"))
                .filter(column -> column.filled().size() == column.values().size())
                .filter(column -> column.values().stream().distinct().count() <= MOST_KINDS)
                .filter(column -> column.values().stream()
                        .noneMatch(value -> LowerCaseWords.of(value).isEmpty() || SampledColumn.isValue(value)))
                .findFirst();
    }

    /** The column of a name, if there is one. */
    Optional<SampledColumn> named(String words) {
        return columns.stream().filter(column -> column.words().equals(words)).findFirst();
    }

    /** The names of all columns. */
    List<String> names() {
        return columns.stream().map(SampledColumn::name).toList();
    }

    /** Whether the words of a name are in the header, in one column. */
    boolean has(String pattern) {
        return columns.stream().anyMatch(column -> column.words().matches(pattern));
    }
}
