package io.truenorth.dashboard.api;

import io.truenorth.dashboard.api.response.CustomerResponse;
import io.truenorth.dashboard.api.response.CustomerResponse.ChannelPart;
import io.truenorth.dashboard.api.response.CustomerResponse.Contribution;
import io.truenorth.dashboard.api.response.CustomerResponse.CurvePoint;
import io.truenorth.dashboard.api.response.CustomerResponse.KindPart;
import io.truenorth.dashboard.api.response.CustomerResponse.Next;
import io.truenorth.dashboard.api.response.CustomerResponse.StageFloor;
import io.truenorth.dashboard.api.response.CustomerResponse.SubjectAdvocacy;
import io.truenorth.dashboard.api.response.CustomerResponse.Touch;
import io.truenorth.dashboard.api.response.CustomerResponse.Trend;
import io.truenorth.query.CustomerHistoryReport;
import io.truenorth.query.CustomerHistoryReport.DayCell;
import io.truenorth.query.CustomerReport;
import io.truenorth.query.CustomerReport.ChannelShare;
import io.truenorth.query.CustomerReport.DimensionShare;
import io.truenorth.query.DimensionAmounts;
import io.truenorth.query.ModelReport;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** From the reports of the streams service to one customer as the page shows it. Micro-points become points, exactly. */
final class CustomerMapping {
    private static final long AWARE_FLOOR = 0;

    private CustomerMapping() {}

    static CustomerResponse response(
            String asked, CustomerReport customer, CustomerHistoryReport history, ModelReport model) {
        return new CustomerResponse(
                customer.customer(),
                asked,
                customer.asOf(),
                Points.of(customer.score()),
                customer.stage(),
                customer.detractor(),
                customer.detractorRisk(),
                customer.advocacyMass(),
                customer.departures(),
                customer.attributes(),
                customer.consent(),
                stageFloors(model),
                customer.explanation().stream()
                        .map(share -> contribution(share, model.maxima()))
                        .toList(),
                customer.trend().stream()
                        .map(past -> new Trend(
                                past.daysAgo(), Points.of(past.score()), past.stage(), Points.of(past.change())))
                        .toList(),
                next(customer),
                customer.advocacyMassBySubject().entrySet().stream()
                        .map(subject -> new SubjectAdvocacy(subject.getKey(), subject.getValue()))
                        .toList(),
                history.curve().stream()
                        .map(point -> new CurvePoint(point.at(), Points.of(point.score()), point.stage()))
                        .toList(),
                touches(history));
    }

    private static List<StageFloor> stageFloors(ModelReport model) {
        return Stream.concat(
                        Stream.of(new StageFloor(Stage.AWARE, Points.of(AWARE_FLOOR))),
                        model.stages().stream().map(limit -> new StageFloor(limit.stage(), Points.of(limit.up()))))
                .toList();
    }

    private static Contribution contribution(DimensionShare share, DimensionAmounts maxima) {
        return new Contribution(
                share.dimension(),
                Points.of(share.microPoints()),
                Points.of(maximum(maxima, share.dimension())),
                share.channels().stream().map(CustomerMapping::channel).toList());
    }

    private static long maximum(DimensionAmounts maxima, Dimension dimension) {
        return switch (dimension) {
            case ENGAGEMENT -> maxima.engagement();
            case MONEY -> maxima.money();
            case CONNECTEDNESS -> maxima.connectedness();
            case RECIPROCITY -> maxima.reciprocity();
            case SENTIMENT -> maxima.sentiment();
            case ADVOCACY -> maxima.advocacy();
        };
    }

    private static ChannelPart channel(ChannelShare share) {
        return new ChannelPart(
                share.channel(),
                Points.of(share.microPoints()),
                share.kinds().entrySet().stream()
                        .map(kind -> new KindPart(kind.getKey(), Points.of(kind.getValue())))
                        .toList());
    }

    private static List<Next> next(CustomerReport customer) {
        String stage = customer.stage().name().toLowerCase(Locale.ROOT);
        return Stream.concat(
                        customer.nextDrop().stream()
                                .map(at -> new Next(at, "falls below " + customer.wholePoints() + " points")),
                        customer.nextFallOfStage().stream().map(at -> new Next(at, "leaves " + stage)))
                .toList();
    }

    /** A cell has both directions; a touch has one. */
    private static List<Touch> touches(CustomerHistoryReport history) {
        List<Touch> touches = new ArrayList<>();
        for (DayCell cell : history.cells()) {
            addTouch(touches, cell, "in", cell.in());
            addTouch(touches, cell, "out", cell.out());
        }
        return touches;
    }

    private static void addTouch(List<Touch> touches, DayCell cell, String direction, long count) {
        if (count != 0) {
            touches.add(new Touch(cell.day(), cell.channel(), cell.kind(), direction, count));
        }
    }
}
