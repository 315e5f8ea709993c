package io.truenorth.documents;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Suggests the known names within a small edit distance of an unknown one. */
public final class NameSuggestions {

    private NameSuggestions() {}

    /** The known names nearest to a wrong one, nearest first, at most {@code limit}; none that is far off. */
    public static List<String> of(String wrong, Collection<String> known, int limit) {
        return within(allowed(wrong), wrong, known).limit(limit).toList();
    }

    /**
     * The known name that a name is probably a misspelling of, for names that need not be known.
     *
     * @param edits how many letters may differ
     */
    public static Optional<String> nearest(String name, Collection<String> known, int edits) {
        return within(Math.min(edits, allowed(name)), name, known).findFirst();
    }

    private static Stream<String> within(int edits, String wrong, Collection<String> known) {
        record Candidate(String name, int distance) {}
        return known.stream()
                .filter(name -> Math.abs(name.length() - wrong.length()) <= edits)
                .map(name -> new Candidate(name, distance(folded(wrong), folded(name))))
                .filter(candidate -> candidate.distance() <= edits)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** {@code ", did you mean halfLife?"}, or nothing where no known name is near. */
    public static String didYouMean(String wrong, Collection<String> known) {
        List<String> near = of(wrong, known, 1);
        return near.isEmpty() ? "" : ", did you mean " + near.get(0) + "?";
    }

    private static int allowed(String wrong) {
        return Math.max(1, wrong.length() / 3);
    }

    /** How a name is compared: case and the choice of separators are the commonest slips. */
    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one text to the other. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (isSwap(a, i, b, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }

    private static boolean isSwap(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
