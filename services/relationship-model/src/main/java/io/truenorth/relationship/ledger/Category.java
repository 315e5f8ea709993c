package io.truenorth.relationship.ledger;

/**
 * What a touch is about: its channel, kind and subject. Ordered by channel, kind and subject in the order of {@link
 * String#compareTo}, the order of the cells of a day.
 *
 * @param channel the channel of the touch; not empty
 * @param kind the kind of the touch; not empty
 * @param subject the brand, product line or campaign concerned; empty if unspecified
 */
public record Category(String channel, String kind, String subject) implements Comparable<Category> {

    private static final Interner<Category> SHARED = new Interner<>(100_000);

    /**
     * Validates the names.
     *
     * @throws IllegalArgumentException if channel or kind is empty, or a name is not well-formed Unicode
     */
    public Category {
        Texts.requireText("a channel", channel);
        Texts.requireText("a kind", kind);
        Texts.requireUnicode("a subject", subject);
    }

    /**
     * Returns the shared instance of a category.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static Category of(String channel, String kind, String subject) {
        return SHARED.shared(new Category(channel, kind, subject));
    }

    @Override
    public int compareTo(Category other) {
        if (this == other) {
            return 0;
        }
        int byChannel = channel.compareTo(other.channel);
        if (byChannel != 0) {
            return byChannel;
        }
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : subject.compareTo(other.subject);
    }

    /** Compares as {@link #compareTo} does, but in the order of the names' bytes in UTF-8. */
    int compareUtf8(Category other) {
        int byChannel = Utf8Order.compare(channel, other.channel);
        if (byChannel != 0) {
            return byChannel;
        }
        int byKind = Utf8Order.compare(kind, other.kind);
        return byKind != 0 ? byKind : Utf8Order.compare(subject, other.subject);
    }
}
