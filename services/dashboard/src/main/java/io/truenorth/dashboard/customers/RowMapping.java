package io.truenorth.dashboard.customers;

import io.truenorth.contract.ChannelContribution;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.relationship.ledger.Interner;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Maps published scores to rows. Values that many customers have are shared. */
final class RowMapping {
    private static final int MOST_SHARED = 50_000;

    private final Interner<Map<String, String>> attributes = new Interner<>(MOST_SHARED);
    private final Interner<List<String>> names = new Interner<>(MOST_SHARED);
    private final Interner<NegativeFeedbackRow> feedback = new Interner<>(MOST_SHARED);

    CustomerRow map(RelationshipScore score) {
        List<ChannelContribution> carrying = score.getChannels().stream()
                .filter(channel -> channel.getContribution() > 0)
                .sorted(Comparator.comparing(ChannelContribution::getChannel))
                .toList();
        CustomerRow.Builder row = new CustomerRow.Builder();
        row.id = score.getCustomer();
        row.score = score.getScore();
        row.connectedness = score.getContributions().getConnectedness();
        row.stage = score.getStage();
        row.risk = score.getDetractorRisk();
        row.detractor = score.getDetractor();
        row.activation = score.getActivation();
        row.scoredAt = score.getScoredAt();
        row.lastTouchAt = score.getLastTouchAt() == null ? 0 : score.getLastTouchAt();
        row.earliestChangeAt = score.getEarliestChangeAt() == null ? Long.MAX_VALUE : score.getEarliestChangeAt();
        row.attributes = attributes.shared(Map.copyOf(score.getAttributes()));
        row.channels = names.shared(
                carrying.stream().map(ChannelContribution::getChannel).toList());
        row.points = carrying.stream()
                .mapToLong(ChannelContribution::getContribution)
                .toArray();
        row.recommended = names.shared(recommended(score));
        row.negativeFeedback = score.getNegativeFeedback().stream()
                .map(about -> feedback.shared(
                        new NegativeFeedbackRow(about.getChannel(), about.getSubject(), about.getLastAt())))
                .toList();
        return new CustomerRow(row);
    }

    /** Shares the values of a customer who was erased no longer; customers who have the same values keep them. */
    void forget(CustomerRow row) {
        attributes.forget(row.attributes());
        names.forget(row.channels());
        names.forget(row.recommended());
        row.negativeFeedback().forEach(feedback::forget);
    }

    private static List<String> recommended(RelationshipScore score) {
        return score.getAdvocacyBySubject().entrySet().stream()
                .filter(subject -> subject.getValue() > 0 && !subject.getKey().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
