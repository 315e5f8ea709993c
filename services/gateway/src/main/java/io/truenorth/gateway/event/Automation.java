package io.truenorth.gateway.event;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Touchpoint;
import io.truenorth.relationship.model.Kinds;
import io.truenorth.relationship.model.ScoringModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Detects touches made by machines on behalf of a customer: crawlers, and mail scanners that click every link of a mail as it
 * arrives. Such a touch gets the kind {@link #KIND}, which is passive in the standard model; its own kind and the rule that
 * detected it are kept in its context.
 *
 * <p>The rules are a closed list: the context's {@code bot} flags it; or its {@code userAgent}, {@code client} or {@code clientType}
 * is a known machine. Touches that follow the delivery of their message too fast are recognized when they are scored.
 *
 * <p>Kinds of leaving are never changed: mail providers unsubscribe people who press their button (RFC 8058).
 */
public final class Automation {

    /** The kind of a touch that a machine made. */
    public static final String KIND = "automated";

    /** The name in the context of a bot flag: the name of a bot, {@code true}, or a word for none. */
    public static final String BOT = "bot";

    /** The name in the context of the user agent. */
    public static final String USER_AGENT = "userAgent";

    private static final Kinds STANDARD = ScoringModel.standard().kinds();
    private static final List<String> PROGRAMS = List.of(USER_AGENT, "client", "clientType");
    private static final Set<String> NO_BOT = Set.of("", "false", "no", "none", "0", "human", "unknown");

    /** The user agents of machines that identify themselves, in lower case. */
    private static final Pattern MACHINES = Pattern.compile(
            "(?<!\\bcu)bot\\b|crawler|spider|slurp|headlesschrome|phantomjs|lighthouse|facebookexternalhit|googleimageproxy"
                    + "|yahoomailproxy|barracuda|mimecast|proofpoint|safelinks|python-requests|curl/|wget/|go-http-client"
                    + "|bingpreview|mediapartners-google|google-inspectiontool|googleother|ia_archiver|scrapy|puppeteer"
                    + "|playwright|python-urllib|libwww-perl");

    private Automation() {}

    /** Marks the touchpoint if a machine made it. */
    static void mark(Touchpoint touchpoint) {
        boolean ofCustomer = touchpoint.getDirection() == Direction.IN;
        if (ofCustomer && !STANDARD.of(touchpoint.getKind()).isLeaving()) {
            rule(touchpoint).ifPresent(rule -> mark(touchpoint, rule));
        }
    }

    private static void mark(Touchpoint touchpoint, String rule) {
        Map<String, String> context = new TreeMap<>(touchpoint.getContext());
        context.put("automated", rule);
        context.put("automatedKind", touchpoint.getKind());
        touchpoint.setContext(context);
        touchpoint.setKind(KIND);
    }

    private static Optional<String> rule(Touchpoint touchpoint) {
        Map<String, String> context = touchpoint.getContext();
        if (!isNoBot(context.getOrDefault(BOT, ""))) {
            return Optional.of("flagged by the sender");
        }
        // A shop's server that reports an order is a program too, but the payment was a person's.
        boolean paid = touchpoint.getMoney() != null;
        if (!paid
                && PROGRAMS.stream()
                        .anyMatch(name ->
                                MACHINES.matcher(lowerCase(context, name)).find())) {
            return Optional.of("user agent");
        }
        return Optional.empty();
    }

    /** Whether a bot flag means that there was no bot, or is unknown. */
    public static boolean isNoBot(String flag) {
        return NO_BOT.contains(flag.strip().toLowerCase(Locale.ROOT));
    }

    private static String lowerCase(Map<String, String> context, String name) {
        return context.getOrDefault(name, "").strip().toLowerCase(Locale.ROOT);
    }
}
