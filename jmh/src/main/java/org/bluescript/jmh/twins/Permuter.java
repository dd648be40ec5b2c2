package org.bluescript.jmh.twins;

final class Permuter {
    private int count;
    private final int[] elements;

    Permuter(int size) {
        elements = new int[size];
        for (int i = 0; i < size; i++) {
            elements[i] = i;
        }
    }

    int run() {
        permute(elements.length);
        return count;
    }

    private void permute(int n) {
        count++;
        if (n != 0) {
            int last = n - 1;
            permute(last);
            for (int i = last; i >= 0; i--) {
                swap(last, i);
                permute(last);
                swap(last, i);
            }
        }
    }

    private void swap(int i, int j) {
        int saved = elements[i];
        elements[i] = elements[j];
        elements[j] = saved;
    }
}
