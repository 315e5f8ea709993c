package io.truenorth.streams.query;

import io.truenorth.query.CustomerHistoryReport;
import io.truenorth.query.CustomerHistoryReport.CurvePoint;
import io.truenorth.query.CustomerHistoryReport.DayCell;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.streams.customer.CustomerHistory;
import io.truenorth.streams.customer.CustomerHistory.Cells;
import java.time.Instant;
import java.time.LocalDate;

/** From the history of a customer to its report. */
final class CustomerHistoryMapping {
    private CustomerHistoryMapping() {}

    static CustomerHistoryReport report(CustomerHistory history) {
        return new CustomerHistoryReport(
                history.customer(),
                history.curve().stream().map(CustomerHistoryMapping::point).toList(),
                history.cells().stream().map(CustomerHistoryMapping::cell).toList(),
                history.cellsLeftOut());
    }

    private static CurvePoint point(ScoreSnapshot snapshot) {
        return new CurvePoint(Instant.ofEpochMilli(snapshot.asOf()), snapshot.score(), snapshot.stage());
    }

    private static DayCell cell(Cells cells) {
        return new DayCell(
                LocalDate.ofEpochDay(cells.day()), cells.channel(), cells.kind(), cells.inbound(), cells.outbound());
    }
}
