package io.truenorth.streams.query;

import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.streams.customer.CustomerHistory;
import io.truenorth.streams.customer.CustomerHistory.Cells;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How the history of a customer is written as JSON. */
final class HistoryDocument {
    private HistoryDocument() {}

    static Map<String, Object> of(CustomerHistory history) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("customer", history.customer());
        document.put(
                "curve", history.curve().stream().map(HistoryDocument::point).toList());
        document.put(
                "cells", history.cells().stream().map(HistoryDocument::cells).toList());
        document.put("cellsLeftOut", history.cellsLeftOut());
        return document;
    }

    private static Map<String, Object> point(ScoreSnapshot snapshot) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("at", Moment.written(snapshot.asOf()));
        point.put("score", snapshot.score());
        point.put("stage", snapshot.stage().name().toLowerCase(Locale.ROOT));
        return point;
    }

    private static Map<String, Object> cells(Cells cells) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("day", LocalDate.ofEpochDay(cells.day()).toString());
        entry.put("channel", cells.channel());
        entry.put("kind", cells.kind());
        entry.put("in", cells.inbound());
        entry.put("out", cells.outbound());
        return entry;
    }
}
