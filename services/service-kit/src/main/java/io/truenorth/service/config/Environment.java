package io.truenorth.service.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.truenorth.documents.Document;
import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.documents.NameSuggestions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The variables with the prefix {@code TRUENORTH_} as a document, so that their values are parsed as those of a file. */
final class Environment {

    private static final String PREFIX = "TRUENORTH_";

    /** Variables of the launcher and the tests, which are not configuration keys. */
    private static final Set<String> NO_KEYS = Set.of(
            ConfigSources.FILE_VARIABLE,
            "TRUENORTH_JAVA_OPTS",
            "TRUENORTH_HOME",
            "TRUENORTH_STACKTRACE",
            "TRUENORTH_TOKEN",
            "TRUENORTH_GATEWAY_TOKEN",
            "TRUENORTH_REQUIRE_INDEPENDENT_DECODER",
            "TRUENORTH_REQUIRE_CONTAINERS",
            "TRUENORTH_REQUIRE_NODE",
            "TRUENORTH_REQUIRE_BROWSER",
            "TRUENORTH_PAYLOADS");

    private final Map<String, String> all;
    private final Document document;
    private final Map<String, DocumentNode> variables;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> ofEmpty = new ArrayList<>();

    private Environment(Document document, Map<String, String> all) {
        this.all = Map.copyOf(all);
        this.document = document;
        this.variables = document.read(DocumentNode::entries);
    }

    static Environment none() {
        return of(Map.of());
    }

    static Environment of(Map<String, String> environment) {
        Map<String, String> ours = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isEmpty() && !NO_KEYS.contains(name)) {
                ours.put(name, value);
            }
        });
        return new Environment(Document.of("environment", asDocument(ours)), environment);
    }

    /** All variables of the process. */
    Map<String, String> all() {
        return all;
    }

    /** Whether a variable is set to the empty text, which otherwise counts as unset. */
    boolean isEmpty(String name) {
        return all.containsKey(name) && String.valueOf(all.get(name)).isEmpty();
    }

    /** Records that a variable must not be empty. */
    void problem(String emptyVariable, String message) {
        ofEmpty.add("environment: " + emptyVariable + ": " + message);
    }

    /** The value of a variable, which is marked as known. */
    Optional<DocumentNode> variable(String name) {
        known.add(name);
        return Optional.ofNullable(variables.get(name));
    }

    /** Invalid values and unknown variables, except those of other services. */
    List<String> problems(Set<String> services) {
        variables.forEach((name, node) -> {
            if (!known.contains(name) && !belongsToAnother(name, services)) {
                node.problem("unknown variable" + NameSuggestions.didYouMean(name, known));
            }
        });
        List<String> problems = new ArrayList<>(ofEmpty);
        try {
            document.read(root -> root);
        } catch (InvalidDocumentException e) {
            e.problems().forEach(problem -> problems.add("environment: " + problem));
        }
        return problems;
    }

    private boolean belongsToAnother(String name, Set<String> services) {
        return services.stream()
                .map(service -> PREFIX + service.toUpperCase(Locale.ROOT) + "_")
                .anyMatch(section ->
                        name.startsWith(section) && known.stream().noneMatch(ours -> ours.startsWith(section)));
    }

    private static byte[] asDocument(Map<String, String> variables) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonGenerator generator = new JsonFactory().createGenerator(json)) {
            generator.writeStartObject();
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                generator.writeStringField(variable.getKey(), variable.getValue());
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new AssertionError("nothing is written but memory", e);
        }
        return json.toByteArray();
    }
}
