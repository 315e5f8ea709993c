package io.truenorth.dashboard.api.response;

import io.truenorth.query.CustomerConsent;
import io.truenorth.query.CustomerDeparture;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /v1/customers/{id}}: one customer, explained. Amounts are points, exactly.
 *
 * @param asked the identity of the request, which may be another one of the customer
 * @param consent as known now, with what was said of it
 */
public record CustomerResponse(
        String id,
        String asked,
        Instant at,
        BigDecimal points,
        Stage stage,
        boolean detractor,
        double risk,
        double advocacy,
        List<CustomerDeparture> departures,
        Map<String, String> attributes,
        CustomerConsent consent,
        List<StageFloor> stageFloors,
        List<Contribution> contributions,
        List<Trend> trend,
        List<Next> next,
        List<SubjectAdvocacy> advocacyBySubject,
        List<CurvePoint> curve,
        List<Touch> touches) {

    /** From how many points on a stage is reached. */
    public record StageFloor(Stage stage, BigDecimal points) {}

    /** What a dimension gives, of how much it can give, and by which channels. */
    public record Contribution(Dimension dimension, BigDecimal points, BigDecimal of, List<ChannelPart> channels) {}

    /** What a channel gives, and by which kinds. */
    public record ChannelPart(String channel, BigDecimal points, List<KindPart> kinds) {}

    /** What a kind of touchpoint gives. */
    public record KindPart(String kind, BigDecimal points) {}

    /** Where the customer stood some days before. */
    public record Trend(int days, BigDecimal points, Stage stage, BigDecimal change) {}

    /** What is lost next if nothing happens, and when. */
    public record Next(Instant at, String what) {}

    /** How much the customer speaks for a subject. */
    public record SubjectAdvocacy(String subject, double mass) {}

    /** The score at an earlier moment. */
    public record CurvePoint(Instant at, BigDecimal points, Stage stage) {}

    /** Touchpoints of one kind, channel and direction on a day. */
    public record Touch(LocalDate day, String channel, String kind, String direction, long count) {}
}
