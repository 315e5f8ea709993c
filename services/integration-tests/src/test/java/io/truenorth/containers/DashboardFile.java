package io.truenorth.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A dashboard of Grafana in a file. */
final class DashboardFile {
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:gateway|streams|kafka|jvm|http_server|process|logback)_[a-z0-9_]+");

    private DashboardFile() {}

    /** The metrics that its panels ask for. */
    static Set<String> metrics(Path file) throws IOException {
        Set<String> metrics = new TreeSet<>();
        for (JsonNode expression : new ObjectMapper().readTree(file.toFile()).findValues("expr")) {
            Matcher matcher = METRIC.matcher(expression.asText());
            while (matcher.find()) {
                metrics.add(matcher.group());
            }
        }
        return metrics;
    }
}
