package io.truenorth.relationship.ledger;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The cells of a set of touches, straight from the definition: every touch is looked at for every question. */
final class NaiveLedger {

    /** Of touches that are no retractions, the one that takes precedence comes first. */
    private static final Comparator<Touch> PRECEDENCE = comparingInt(Touch::revision)
            .reversed()
            .thenComparing(touch -> utf8(touch.category().channel()), Arrays::compareUnsigned)
            .thenComparing(touch -> utf8(touch.category().kind()), Arrays::compareUnsigned)
            .thenComparing(touch -> utf8(touch.category().subject()), Arrays::compareUnsigned)
            .thenComparing(touch -> touch.direction() == Direction.OUTBOUND)
            .thenComparing(Touch::sentiment)
            .thenComparing(Touch::valueMinor);

    private record Key(long event, int day) {}

    private NaiveLedger() {}

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<Cell> cellsOf(Collection<Touch> touches) {
        Map<Key, Touch> entries = new HashMap<>();
        touches.stream()
                .collect(groupingBy(touch -> new Key(touch.eventKey(), touch.day())))
                .forEach((key, same) -> entries.put(key, first(same)));
        return entries.values().stream()
                .filter(touch -> counts(touch, entries))
                .collect(groupingBy(touch -> List.of(touch.day(), touch.category())))
                .values()
                .stream()
                .map(NaiveLedger::cell)
                .sorted(Cell::compareKey)
                .toList();
    }

    private static Touch first(List<Touch> same) {
        List<Touch> retractions = same.stream().filter(Touch::isRetraction).toList();
        return retractions.isEmpty() ? same.stream().min(PRECEDENCE).orElseThrow() : retractions.get(0);
    }

    private static boolean counts(Touch touch, Map<Key, Touch> entries) {
        Touch after = entries.get(new Key(touch.eventKey(), touch.day() + 1));
        return !touch.isRetraction()
                && !entries.containsKey(new Key(touch.eventKey(), touch.day() - 1))
                && (after == null || !after.isRetraction());
    }

    private static Cell cell(List<Touch> touches) {
        Touch any = touches.get(0);
        return new Cell(
                any.day(),
                any.category().channel(),
                any.category().kind(),
                any.category().subject(),
                count(touches, touch -> touch.direction() == Direction.INBOUND),
                count(touches, touch -> touch.direction() == Direction.OUTBOUND),
                touches.stream().mapToLong(Touch::valueMinor).sum(),
                count(touches, touch -> touch.sentiment() == Sentiment.POSITIVE),
                count(touches, touch -> touch.sentiment() == Sentiment.NEUTRAL),
                count(touches, touch -> touch.sentiment() == Sentiment.NEGATIVE));
    }

    private static long count(List<Touch> touches, Predicate<Touch> which) {
        return touches.stream().filter(which).count();
    }
}
