package io.truenorth.standalone.demo;

import io.truenorth.standalone.SystemAddresses;
import io.truenorth.standalone.SystemDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The text shown once the demo runs: addresses and commands to try. */
public final class DemoPage {
    private DemoPage() {}

    /**
     * The lines of the text.
     *
     * @param known a simulated customer; empty if there are none
     */
    public static List<String> of(SystemAddresses addresses, Path directory, String known) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "Truenorth is running.",
                "",
                "  Dashboard    " + addresses.dashboard() + "/",
                "  Touchpoints  " + addresses.gateway() + "/v1/touchpoints",
                "  Customers    " + addresses.queries() + "/v1/customers/" + (known.isEmpty() ? "ID" : known),
                "  Kafka        " + addresses.bootstrapServers(),
                "  Schemas      " + addresses.registryUrl(),
                "  Metrics      " + addresses.gateway() + "/metrics, " + addresses.queries() + "/metrics",
                "",
                "Try in another terminal:",
                ""));
        curl(addresses).forEach(line -> lines.add("  " + line));
        lines.addAll(List.of(
                "",
                "  ./truenorth watch crm:you" + where(directory),
                "  ./truenorth scores --as-of now" + where(directory) + " | head",
                "",
                "Ctrl-C stops the demo. Its data is kept in " + directory + ".",
                ""));
        return lines;
    }

    /** Other commands find the default directory themselves. */
    private static String where(Path directory) {
        return directory.equals(SystemDirectory.USUAL) ? "" : " --dir " + directory;
    }

    /** A command that posts a touchpoint, to be copied. */
    private static List<String> curl(SystemAddresses addresses) {
        return List.of(
                "curl -sS " + addresses.gateway() + "/v1/touchpoints -H 'Content-Type: application/json' -d '{",
                "  \"identities\": [{\"namespace\": \"crm\", \"value\": \"you\"}],",
                "  \"occurredAt\": \"'$(date -u +%FT%TZ)'\",",
                "  \"channel\": \"referral\", \"kind\": \"referral_made\", \"direction\": \"in\"",
                "}'",
                "curl -sS " + addresses.queries() + "/v1/customers/crm:you");
    }
}
