package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Category;
import io.truenorth.relationship.ledger.DayCells;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the last departure among the days of a ledger; of several on one day, the first by channel and kind. */
final class LastDeparture {

    private final SumSlots slots;
    private @Nullable Departure last;

    LastDeparture(SumSlots slots) {
        this.slots = slots;
    }

    LastDeparture(LastDeparture other) {
        this.slots = other.slots;
        this.last = other.last;
    }

    /** Adds the cells of a day; the day must be later than all days added before. */
    void add(DayCells day) {
        for (int i = 0; i < day.size(); i++) {
            if (slots.ruleOf(slots.kindOf(day, i)).isLeaving() && happened(day, i)) {
                Category category = day.category(i);
                last = new Departure(day.day(), category.channel(), category.kind());
                return;
            }
        }
    }

    private static boolean happened(DayCells day, int cell) {
        return day.inbound(cell) > 0 || day.outbound(cell) > 0;
    }

    Optional<Departure> last() {
        return Optional.ofNullable(last);
    }
}
