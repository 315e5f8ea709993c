package io.truenorth.relationship.ledger;

import java.util.Arrays;

/**
 * The categories of one ledger. Each has an index, in the order of addition, which never changes, and a rank, its
 * position in the order of {@link Category#compareTo}.
 */
final class Categories {

    private Category[] byIndex = new Category[4];
    private int[] indexByRank = new int[4];
    private int[] rankByIndex = new int[4];
    private int size;

    Categories() {}

    Categories(Categories other) {
        byIndex = other.byIndex.clone();
        indexByRank = other.indexByRank.clone();
        rankByIndex = other.rankByIndex.clone();
        size = other.size;
    }

    int size() {
        return size;
    }

    Category get(int index) {
        return byIndex[index];
    }

    int rank(int index) {
        return rankByIndex[index];
    }

    int indexOfRank(int rank) {
        return indexByRank[rank];
    }

    /** Returns the index of a category, adding it if absent. */
    int indexOf(Category category) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = byIndex[indexByRank[middle]].compareTo(category);
            if (order == 0) {
                return indexByRank[middle];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return add(category, low);
    }

    private int add(Category category, int rank) {
        if (size == byIndex.length) {
            byIndex = Arrays.copyOf(byIndex, 2 * size);
            indexByRank = Arrays.copyOf(indexByRank, 2 * size);
            rankByIndex = Arrays.copyOf(rankByIndex, 2 * size);
        }
        System.arraycopy(indexByRank, rank, indexByRank, rank + 1, size - rank);
        byIndex[size] = category;
        indexByRank[rank] = size;
        size++;
        for (int i = rank; i < size; i++) {
            rankByIndex[indexByRank[i]] = i;
        }
        return size - 1;
    }
}
