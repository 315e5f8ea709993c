package io.truenorth.dashboard.customers;

import io.truenorth.contract.Stage;
import io.truenorth.schemas.ScopeNames;
import java.util.Locale;
import java.util.Optional;

/**
 * A filter of customers. Empty components are ignored.
 *
 * @param scope {@code all}, {@code channel=…}, {@code product=…} or an attribute and its value; {@code unset} matches customers without it
 * @param stage the stage
 * @param channel a channel that contributes to the score
 * @param main the channel with the largest contribution
 * @param single whether only customers with a single channel match
 * @param detractor whether only detractors match
 * @param activation whether only customers match whose score may be used outside the system
 * @param product a product with positive or negative feedback
 * @param lostOn a channel with negative feedback since {@code since}, or that contributes to a customer whose stage fell
 * @param slipped whether only customers at a lower stage than before match
 * @param risen whether only customers at a higher stage than before match
 * @param quiet whether only customers without a touch since {@code since} match
 * @param text a part of the id
 * @param since the start of the period: a midnight (UTC), epoch ms
 * @param before the stages at the start of the period
 */
public record CustomerFilter(
        String scope,
        Optional<Stage> stage,
        String channel,
        String main,
        boolean single,
        boolean detractor,
        boolean activation,
        String product,
        String lostOn,
        boolean slipped,
        boolean risen,
        boolean quiet,
        String text,
        long since,
        PreviousStage before) {

    /** All customers. */
    public static CustomerFilter all() {
        return new CustomerFilter(
                ScopeNames.ALL,
                Optional.empty(),
                "",
                "",
                false,
                false,
                false,
                "",
                "",
                false,
                false,
                false,
                "",
                0,
                PreviousStage.asNow());
    }

    /** Whether a customer matches. */
    boolean matches(CustomerRow row) {
        return isIn(scope, row)
                && (stage.isEmpty() || stage.get() == row.stage())
                && (channel.isEmpty() || row.usesChannel(channel))
                && (main.isEmpty() || row.mainChannel().equals(main))
                && (!single || row.usesOneChannel())
                && (!detractor || row.detractor())
                && (!activation || row.activation())
                && (product.isEmpty() || row.knows(product))
                && (lostOn.isEmpty() || isLostOn(row))
                && (!slipped || before.hasFallen(row))
                && (!risen || before.hasRisen(row))
                && (!quiet || (row.lastTouchAt() < since && row.lastTouchAt() > 0))
                && (text.isEmpty() || row.id().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    /** Whether a scope contains a customer. */
    public static boolean isIn(String scope, CustomerRow row) {
        int equals = scope.indexOf('=');
        if (equals < 0) {
            return scope.isEmpty() || scope.equals(ScopeNames.ALL);
        }
        String name = scope.substring(0, equals);
        String value = scope.substring(equals + 1);
        return switch (name) {
            case "channel" -> row.usesChannel(value);
            case "product" -> row.knows(value);
            default -> row.attributes().getOrDefault(name, ScopeNames.UNSET).equals(value);
        };
    }

    private boolean isLostOn(CustomerRow row) {
        return (before.hasFallen(row) && row.usesChannel(lostOn))
                || row.negativeFeedback().stream()
                        .anyMatch(about -> about.channel().equals(lostOn) && about.lastAt() >= since);
    }
}
