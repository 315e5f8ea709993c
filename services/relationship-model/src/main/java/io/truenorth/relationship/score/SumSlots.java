package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Category;
import io.truenorth.relationship.ledger.DayCells;
import io.truenorth.relationship.model.KindRule;
import java.util.Arrays;

/**
 * The places of the sums of one ledger: a slot for each channel, for each kind on a channel, and for each subject. They
 * are only ever added, so that all sums of the ledger can share them.
 */
final class SumSlots {

    private static final int NONE = -1;

    /** A kind of touch on one channel. */
    record Kind(String channel, String name) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int byChannel = channel.compareTo(other.channel);
            return byChannel != 0 ? byChannel : name.compareTo(other.name);
        }
    }

    final Slots<String> channels = new Slots<>();
    /** In the order of channel and kind, so that the kinds of a channel are adjacent. */
    final Slots<Kind> kinds = new Slots<>();

    final Slots<String> subjects = new Slots<>();

    private final ScoreRules rules;
    private KindRule[] ruleOfKind = new KindRule[4];
    private int[] channelOfKind = new int[4];
    /** By the index of the category, which never changes within a ledger. */
    private int[] kindOfCategory = {};

    private int[] subjectOfCategory = {};

    SumSlots(ScoreRules rules) {
        this.rules = rules;
    }

    int channelOf(int kind) {
        return channelOfKind[kind];
    }

    KindRule ruleOf(int kind) {
        return ruleOfKind[kind];
    }

    /** Returns the slot of a cell's kind. */
    int kindOf(DayCells cells, int cell) {
        int category = cells.categoryIndex(cell);
        if (category >= kindOfCategory.length) {
            kindOfCategory = grown(kindOfCategory, category);
        }
        int kind = kindOfCategory[category];
        if (kind == NONE) {
            kind = addKind(cells.category(cell));
            kindOfCategory[category] = kind;
        }
        return kind;
    }

    private int addKind(Category category) {
        int kind = kinds.of(new Kind(category.channel(), category.kind()));
        if (kind == ruleOfKind.length) {
            ruleOfKind = Arrays.copyOf(ruleOfKind, 2 * kind);
            channelOfKind = Arrays.copyOf(channelOfKind, 2 * kind);
        }
        ruleOfKind[kind] = rules.kind(category.kind());
        channelOfKind[kind] = channels.of(category.channel());
        return kind;
    }

    /** Returns the slot of a cell's subject. */
    int subjectOf(DayCells cells, int cell) {
        int category = cells.categoryIndex(cell);
        if (category >= subjectOfCategory.length) {
            subjectOfCategory = grown(subjectOfCategory, category);
        }
        int subject = subjectOfCategory[category];
        if (subject == NONE) {
            subject = subjects.of(cells.category(cell).subject());
            subjectOfCategory[category] = subject;
        }
        return subject;
    }

    private static int[] grown(int[] slots, int index) {
        int[] longer = Arrays.copyOf(slots, index + 4);
        Arrays.fill(longer, slots.length, longer.length, NONE);
        return longer;
    }
}
