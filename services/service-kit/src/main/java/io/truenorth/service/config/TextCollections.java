package io.truenorth.service.config;

import io.truenorth.documents.DocumentNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads lists and maps of texts: a list or a map in a file, one text separated by commas in the environment. */
final class TextCollections {

    private TextCollections() {}

    static List<String> list(DocumentNode node, List<String> otherwise) {
        return node.isPresent()
                ? node.list().stream().map(item -> item.text("")).toList()
                : otherwise;
    }

    static List<String> separatedList(DocumentNode node, List<String> otherwise) {
        List<String> texts = Arrays.stream(node.text("").split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (texts.isEmpty()) {
            node.problem("expected texts separated by commas, but there is nothing between them");
        }
        return texts;
    }

    static Map<String, String> map(DocumentNode node, Map<String, String> otherwise) {
        if (!node.isPresent()) {
            return otherwise;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        node.entries().forEach((name, value) -> texts.put(name, value.text("")));
        return Map.copyOf(texts);
    }

    /** The text of a pair may be a secret, so that a wrong one is told by its number only. */
    static Map<String, String> separatedMap(DocumentNode node, Map<String, String> otherwise) {
        Map<String, String> texts = new LinkedHashMap<>();
        int number = 0;
        for (String pair : separatedList(node, List.of())) {
            number++;
            int equals = pair.indexOf('=');
            if (equals < 1) {
                node.problem("expected name=text pairs separated by commas, number " + number + " is none");
            } else {
                texts.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return Map.copyOf(texts);
    }
}
