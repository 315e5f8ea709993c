package io.truenorth.endtoend.dashboard;

import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.simulator.SimulatedIdentity;
import io.truenorth.simulator.SimulatedTouch;
import java.util.List;
import java.util.Map;

/** Touches whose every free text is markup that would call {@code alert} if the page took it for markup. */
final class HostileTouches {
    static final String NAME = "<img src=x onerror=alert(1)>";
    static final String REGION = "\"><svg onload=alert(2)>";
    static final String SUBJECT = "</script><script>alert(3)</script>";

    private HostileTouches() {}

    static String customer() {
        return "crm:" + NAME;
    }

    static List<SimulatedTouch> all() {
        return List.of(
                touch("hostile-1", "web", "purchase", Sentiment.NONE),
                touch("hostile-2", "referral", "referral_made", Sentiment.POSITIVE),
                touch("hostile-3", "social", "post_written", Sentiment.NEGATIVE));
    }

    private static SimulatedTouch touch(String id, String channel, String kind, Sentiment sentiment) {
        long now = System.currentTimeMillis();
        return new SimulatedTouch(
                id,
                NAME,
                List.of(new SimulatedIdentity("crm", NAME)),
                now,
                now - 60_000,
                channel,
                kind,
                SUBJECT,
                Direction.INBOUND,
                sentiment,
                0,
                Map.of("region", REGION, "tier", REGION, "acquired_by", "javascript:alert(4)"),
                "");
    }
}
