package org.noisemark.reports.statistics;

/**
 * The pairings that the own scores of a stratum win, counted from running totals of the others in
 * ascending order instead of one by one. Wins and ties are whole numbers and halves, whose sum is
 * exact in any order.
 *
 * @param ascending [pairs] places of the other scores, that of the smallest first
 * @param less [pairs] how many others are less than the own score at this place
 * @param notMore [pairs] how many others are not more than it
 */
record Wins(int[] ascending, int[] less, int[] notMore) {
  static Wins of(Pairs pairs) {
    double[] own = pairs.own();
    double[] other = pairs.other();
    int[] ascending = Order.ascending(other);
    int[] less = new int[own.length];
    int[] notMore = new int[own.length];
    int below = 0;
    int upTo = 0;
    for (int place : Order.ascending(own)) {
      while (below < other.length && other[ascending[below]] < own[place]) {
        below++;
      }
      while (upTo < other.length && other[ascending[upTo]] <= own[place]) {
        upTo++;
      }
      less[place] = below;
      notMore[place] = upTo;
    }
    return new Wins(ascending, less, notMore);
  }

  int size() {
    return ascending.length;
  }

  /**
   * The share of all size² pairings of a resample that are won, a tie counting half.
   *
   * @param times how often each pair is drawn; they add up to the size
   * @param start where in it this stratum begins
   */
  double share(int[] times, int start) {
    int[] drawn = new int[size() + 1]; // of the i smallest others, how often all together
    for (int i = 0; i < size(); i++) {
      drawn[i + 1] = drawn[i] + times[start + ascending[i]];
    }
    long halves = 0;
    for (int i = 0; i < size(); i++) {
      halves += (long) times[start + i] * (drawn[less[i]] + drawn[notMore[i]]);
    }
    return halves / 2.0 / ((double) size() * size());
  }
}
