package io.truenorth.benchmarks.load;

import io.truenorth.contract.Direction;
import java.util.List;
import java.util.SplittableRandom;

/** What happens in a visit: a few touches on one channel, one after the other. */
final class Visits {
    private static final List<Step> WEB = List.of(
            Step.by("page_visited"), Step.by("page_visited"), Step.by("product_compared"), Step.paid("purchase"));
    private static final List<Step> APP =
            List.of(Step.by("app_opened"), Step.by("feature_used"), Step.paid("purchase"));
    private static final List<Step> EMAIL =
            List.of(Step.byUs("email_sent"), Step.by("email_opened"), Step.by("email_clicked"));
    private static final List<Step> STORE = List.of(Step.by("store_visited"), Step.paid("purchase"));
    private static final List<Step> SUPPORT =
            List.of(Step.said("ticket_opened"), Step.byUs("ticket_answered"), Step.said("ticket_rated"));
    private static final List<Step> SOCIAL = List.of(Step.said("mention"), Step.said("review_posted"));
    private static final List<Step> SURVEY = List.of(Step.byUs("survey_sent"), Step.said("nps_answered"));
    private static final List<Step> COMMUNITY = List.of(Step.by("question_asked"), Step.said("community_answer"));

    /** As often as each stands here, of twenty. */
    private static final List<Session> ALL = List.of(
            new Session("web", WEB, 7),
            new Session("app", APP, 4),
            new Session("email", EMAIL, 3),
            new Session("store", STORE, 2),
            new Session("support", SUPPORT, 1),
            new Session("social", SOCIAL, 1),
            new Session("survey", SURVEY, 1),
            new Session("community", COMMUNITY, 1));

    private static final int SHARES = ALL.stream().mapToInt(Session::share).sum();

    private Visits() {}

    /**
     * What may happen on a channel.
     *
     * @param steps in this order; some visits end before the last one
     * @param share how often, as part of the sum of all
     */
    record Session(String channel, List<Step> steps, int share) {}

    /**
     * One touch.
     *
     * @param paid whether money moves
     * @param said whether the customer says something for or against us
     */
    record Step(String kind, Direction direction, boolean paid, boolean said) {
        private static Step by(String kind) {
            return new Step(kind, Direction.IN, false, false);
        }

        private static Step byUs(String kind) {
            return new Step(kind, Direction.OUT, false, false);
        }

        private static Step paid(String kind) {
            return new Step(kind, Direction.IN, true, false);
        }

        private static Step said(String kind) {
            return new Step(kind, Direction.IN, false, true);
        }
    }

    static Session any(SplittableRandom random) {
        int left = random.nextInt(SHARES);
        for (Session visit : ALL) {
            left -= visit.share();
            if (left < 0) {
                return visit;
            }
        }
        throw new AssertionError("shares add up");
    }
}
