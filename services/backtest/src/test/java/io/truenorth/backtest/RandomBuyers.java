package io.truenorth.backtest;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Customers who buy at rates of their own, for 400 days from day 0. */
public final class RandomBuyers {

    public static final int DAYS = 400;

    private RandomBuyers() {}

    public static SortedMap<String, RelationshipLedger> of(int customers, long seed) {
        Random random = new Random(seed);
        SortedMap<String, RelationshipLedger> ledgers = new TreeMap<>();
        for (int i = 0; i < customers; i++) {
            RelationshipLedger ledger = new RelationshipLedger();
            double meanGap = 5 + 200 * random.nextDouble() * random.nextDouble();
            double day = 60 * random.nextDouble();
            for (int number = 0; day < DAYS; number++) {
                ledger.add(purchase("e" + number, (int) day, 1_000 + random.nextInt(9_000)));
                day -= meanGap * Math.log(1 - random.nextDouble());
            }
            ledgers.put("c" + i, ledger);
        }
        return ledgers;
    }

    public static Touch purchase(String id, int day, long valueMinor) {
        return touch(id, day, "purchase", Direction.INBOUND, valueMinor);
    }

    static Touch touch(String id, int day, String kind, Direction direction, long valueMinor) {
        return Touch.of(id, Days.start(day), "store", kind, "", direction, Sentiment.NONE, valueMinor);
    }
}
