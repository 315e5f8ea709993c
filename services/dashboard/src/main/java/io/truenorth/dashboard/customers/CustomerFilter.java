package io.truenorth.dashboard.customers;

import io.truenorth.contract.Stage;
import io.truenorth.schemas.ScopeNames;
import java.util.Locale;
import java.util.Optional;

/**
 * Which customers to list. An empty component does not filter.
 *
 * @param scope {@code all}, {@code channel=…}, {@code product=…} or an attribute and its value; {@code unset} are those without
 * @param stage how far the relationship has come
 * @param channel a channel that contributes
 * @param main the channel that contributes most
 * @param single whether one channel alone carries the relationship
 * @param detractor whether the customer speaks against us
 * @param product recommended, or displeased about
 * @param lostOn a channel with negative feedback since {@code since}, or that contributes to a customer whose stage fell
 * @param slipped whether the customer stands lower than before
 * @param risen whether the customer stands higher than before
 * @param quiet whether there was no touch since {@code since}
 * @param text in the id
 * @param since the midnight (UTC) from which on is lately, epoch ms, as ledgers know days
 * @param before where customers stood before
 */
public record CustomerFilter(
        String scope,
        Optional<Stage> stage,
        String channel,
        String main,
        boolean single,
        boolean detractor,
        String product,
        String lostOn,
        boolean slipped,
        boolean risen,
        boolean quiet,
        String text,
        long since,
        PreviousStage before) {

    /** Everybody. */
    public static CustomerFilter everybody() {
        return new CustomerFilter(
                ScopeNames.ALL,
                Optional.empty(),
                "",
                "",
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

    /** Whether a customer passes. */
    boolean matches(CustomerRow row) {
        return isIn(scope, row)
                && (stage.isEmpty() || stage.get() == row.stage())
                && (channel.isEmpty() || row.usesChannel(channel))
                && (main.isEmpty() || row.mainChannel().equals(main))
                && (!single || row.usesOneChannel())
                && (!detractor || row.detractor())
                && (product.isEmpty() || row.knows(product))
                && (lostOn.isEmpty() || isLostOn(row))
                && (!slipped || before.hasFallen(row))
                && (!risen || before.hasRisen(row))
                && (!quiet || (row.lastTouchAt() < since && row.lastTouchAt() > 0))
                && (text.isEmpty() || row.id().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    /** Whether a scope holds a customer. */
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
