package io.truenorth.streams.query;

import io.truenorth.query.CustomerConsent;
import io.truenorth.query.CustomerConsent.SaidConsent;
import io.truenorth.query.CustomerDeparture;
import io.truenorth.query.CustomerReport;
import io.truenorth.query.CustomerReport.ChannelShare;
import io.truenorth.query.CustomerReport.DimensionShare;
import io.truenorth.query.CustomerReport.TrendPoint;
import io.truenorth.query.DimensionAmounts;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.streams.consent.SetConsent;
import io.truenorth.streams.customer.CustomerView;
import io.truenorth.streams.customer.CustomerView.ConsentView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** From what the stores know of a customer to its report. */
final class CustomerReportMapping {
    private CustomerReportMapping() {}

    static CustomerReport report(CustomerView view) {
        Explanation explanation = view.explanation();
        ScoreSnapshot snapshot = explanation.snapshot();
        return new CustomerReport(
                view.customer(),
                Instant.ofEpochMilli(snapshot.asOf()),
                snapshot.score(),
                snapshot.wholePoints(),
                snapshot.stage(),
                amounts(snapshot.contributions()),
                snapshot.advocacyMass(),
                explanation.advocacyMassBySubject(),
                snapshot.detractorRisk(),
                snapshot.detractor(),
                departures(snapshot),
                explanation.dimensions().stream()
                        .map(CustomerReportMapping::dimension)
                        .toList(),
                view.trend().stream().map(past -> trend(past, snapshot)).toList(),
                moment(view.nextDrop()),
                moment(view.nextFallOfStage()),
                view.attributes(),
                consent(view.consent()));
    }

    static CustomerConsent consent(ConsentView consent) {
        return new CustomerConsent(
                consent.scoring(),
                consent.activation(),
                consent.said().entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().map(set -> said(entry.getKey(), set)))
                        .toList());
    }

    private static SaidConsent said(String identity, SetConsent set) {
        return new SaidConsent(
                identity, set.purpose().contractName(), set.given(), Instant.ofEpochMilli(set.at()), set.eventId());
    }

    static DimensionAmounts amounts(Contributions of) {
        return new DimensionAmounts(
                of.engagement(), of.money(), of.connectedness(), of.reciprocity(), of.sentiment(), of.advocacy());
    }

    static List<CustomerDeparture> departures(ScoreSnapshot snapshot) {
        return snapshot.lastDeparture().stream()
                .map(last -> new CustomerDeparture(last.channel(), last.kind(), LocalDate.ofEpochDay(last.day())))
                .toList();
    }

    private static DimensionShare dimension(Explanation.DimensionShare share) {
        return new DimensionShare(
                share.dimension(),
                share.microPoints(),
                share.channels().stream().map(CustomerReportMapping::channel).toList());
    }

    private static ChannelShare channel(Explanation.ChannelShare share) {
        Map<String, Long> kinds = new LinkedHashMap<>();
        share.kinds().forEach(kind -> kinds.put(kind.kind(), kind.microPoints()));
        return new ChannelShare(share.channel(), share.microPoints(), kinds);
    }

    private static TrendPoint trend(CustomerView.Past past, ScoreSnapshot now) {
        ScoreSnapshot then = past.snapshot();
        return new TrendPoint(past.daysAgo(), then.score(), then.stage(), now.score() - then.score());
    }

    private static Optional<Instant> moment(OptionalLong epochMillis) {
        return epochMillis.isPresent() ? Optional.of(Instant.ofEpochMilli(epochMillis.getAsLong())) : Optional.empty();
    }
}
