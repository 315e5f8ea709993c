package io.truenorth.deployment;

import io.truenorth.identity.LowerCaseWords;
import io.truenorth.identity.joining.IdentityRanking;
import io.truenorth.identity.joining.JoinGuards;
import io.truenorth.identity.joining.JoinRules;
import io.truenorth.service.config.ConfigSection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** The keys of the section {@code identities} about which identities become one customer. */
final class JoinRulesSection {
    private static final int MOST = 1_000;

    private static final String RANKING = "ranking";
    private static final String UNIQUE = "unique";
    private static final String BY_NAMESPACE = "mostByNamespace";

    private JoinRulesSection() {}

    static JoinRules read(ConfigSection section) {
        JoinRules standard = JoinRules.standard();
        JoinGuards guards = standard.guards();
        return new JoinRules(
                new IdentityRanking(namespaces(
                        section,
                        RANKING,
                        standard.ranking().namespaces(),
                        "The order of namespaces, the best first: a customer's id is the best of the customer's identities."
                                + " Namespaces that are not listed come last. The same for all services, never to be changed:"
                                + " streams does not start with another order than its stores were written with.")),
                new JoinGuards(
                        Set.copyOf(
                                namespaces(
                                        section,
                                        UNIQUE,
                                        guards.uniqueNamespaces().stream()
                                                .sorted()
                                                .toList(),
                                        "Namespaces of which a person has one identity: two of their identities are never joined.")),
                        section.integer(
                                "most",
                                guards.mostIdentities(),
                                2,
                                MOST,
                                "The most identities of a customer; a link that would make them more is refused."),
                        mostByNamespace(section)));
    }

    /** Returns the namespaces, or the default if one is invalid, which is reported. */
    private static List<String> namespaces(ConfigSection section, String key, List<String> fallback, String meaning) {
        List<String> namespaces = section.texts(key, fallback, meaning);
        for (int i = 0; i < namespaces.size(); i++) {
            String namespace = namespaces.get(i);
            if (!LowerCaseWords.is(namespace)) {
                section.reject(key, expectedNamespace(namespace));
                return fallback;
            }
            if (namespaces.indexOf(namespace) < i) {
                section.reject(key, "expected every namespace once, was given " + namespace + " twice");
                return fallback;
            }
        }
        return namespaces;
    }

    private static Map<String, Integer> mostByNamespace(ConfigSection section) {
        Map<String, Integer> most = new TreeMap<>();
        section.textsByName(
                        BY_NAMESPACE,
                        "The most identities of a customer in a namespace, such as `device: 20`; only `identities.most` limits the"
                                + " others.")
                .forEach((namespace, text) -> {
                    OptionalInt number = number(text);
                    if (!LowerCaseWords.is(namespace)) {
                        section.reject(BY_NAMESPACE, expectedNamespace(namespace));
                    } else if (number.isEmpty()) {
                        section.reject(
                                BY_NAMESPACE, namespace + ": expected a number from 1 to " + MOST + ", was " + text);
                    } else {
                        most.put(namespace, number.getAsInt());
                    }
                });
        return most;
    }

    private static String expectedNamespace(String found) {
        return "expected a namespace in lower-case words, was " + found;
    }

    private static OptionalInt number(String text) {
        if (!text.matches("[0-9]{1,4}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(text);
        return number >= 1 && number <= MOST ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
