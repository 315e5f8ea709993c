package io.truenorth.standalone;

import io.truenorth.embedded.PreferredPort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ports of a standalone system, all on loopback.
 *
 * @param kafka the broker
 * @param registry the schema registry
 * @param gateway the gateway
 * @param queries the streams service
 * @param dashboard the dashboard
 * @param detours messages on default ports in use and their replacements
 */
public record LocalPorts(int kafka, int registry, int gateway, int queries, int dashboard, List<String> detours) {
    private static final int USUAL_KAFKA = 9092;
    private static final int USUAL_REGISTRY = 8081;
    private static final int USUAL_GATEWAY = 8080;
    private static final int USUAL_QUERIES = 8082;
    private static final int USUAL_DASHBOARD = 8083;

    /** The detours are copied. */
    public LocalPorts {
        detours = List.copyOf(detours);
    }

    /**
     * The given ports; otherwise the default port, or a free one if that is in use.
     *
     * @throws IllegalArgumentException if a port is invalid or given twice
     * @throws io.truenorth.embedded.StartRefusedException if a given port is in use; it names the process
     */
    public static LocalPorts choose(
            Optional<Integer> kafka,
            Optional<Integer> registry,
            Optional<Integer> gateway,
            Optional<Integer> queries,
            Optional<Integer> dashboard) {
        Choice choice = new Choice();
        for (Optional<Integer> wanted : List.of(kafka, registry, gateway, queries, dashboard)) {
            wanted.filter(port -> port > 0).ifPresent(choice::want);
        }
        return new LocalPorts(
                choice.port("broker", kafka, USUAL_KAFKA),
                choice.port("schema registry", registry, USUAL_REGISTRY),
                choice.port("gateway", gateway, USUAL_GATEWAY),
                choice.port("streams service", queries, USUAL_QUERIES),
                choice.port("dashboard", dashboard, USUAL_DASHBOARD),
                choice.detours);
    }

    /** Any free ports. */
    public static LocalPorts free() {
        Optional<Integer> any = Optional.of(0);
        return choose(any, any, any, any, any);
    }

    /** Chooses distinct ports. */
    private static final class Choice {
        private final Set<Integer> wantedOrChosen = new HashSet<>();
        private final List<String> detours = new ArrayList<>();

        void want(int port) {
            if (!wantedOrChosen.add(port)) {
                throw new IllegalArgumentException("port " + port + " is given twice");
            }
        }

        int port(String who, Optional<Integer> wanted, int usual) {
            if (wanted.isPresent()) {
                return PreferredPort.exactly(wanted.get(), who).port();
            }
            PreferredPort chosen =
                    wantedOrChosen.contains(usual) ? PreferredPort.exactly(0, who) : PreferredPort.of(usual);
            int port = chosen.port();
            wantedOrChosen.add(port);
            chosen.taken()
                    .ifPresent(owner -> detours.add(
                            "port " + usual + " is in use by " + owner + "; the " + who + " uses port " + port));
            return port;
        }
    }
}
