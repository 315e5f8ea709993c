package io.truenorth.documents.history;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The keys of a mapping that describe the file as a whole. */
final class FileSection {

    private static final int MOST_SKIPPED = 1_000;

    private enum Separator {
        COMMA(','),
        SEMICOLON(';'),
        TAB('\t'),
        PIPE('|');

        private final char character;

        Separator(char character) {
            this.character = character;
        }
    }

    private FileSection() {}

    static FileForm read(DocumentSection section) {
        return new FileForm(
                encoding(section.at("encoding")),
                section.at("separator").oneOf(Separator.class, Separator.COMMA).character,
                section.at("skipLines").integer(0, MOST_SKIPPED, 0),
                section.at("skipAfterHeader").integer(0, MOST_SKIPPED, 0));
    }

    private static Charset encoding(DocumentNode node) {
        String name = node.text("UTF-8");
        Optional<Charset> encoding = TextEncodings.named(name);
        if (encoding.isEmpty()) {
            node.problem("expected one of " + TextEncodings.names() + ", was " + Excerpt.of(name));
        }
        return encoding.orElse(StandardCharsets.UTF_8);
    }
}
