package org.noisemark.reports.gate;

import java.util.ArrayList;
import java.util.List;
import org.noisemark.reports.gate.CellPair.Pair;
import org.noisemark.reports.records.RunRecord.Labels;

/**
 * Whether both sides were trained on the same noisy labels, which are a function of the noise and
 * its seed. Other initial parameters are a note: the pairs then share less than they could, and
 * their differences vary as if of two seeds.
 */
final class NoiseCheck {
  private NoiseCheck() {}

  static List<Finding> of(List<CellPair> cells) {
    var findings = new ArrayList<Finding>();
    for (CellPair cell : cells) {
      cell.pairs().stream()
          .filter(NoiseCheck::drawn)
          .filter(pair -> !same(pair))
          .findFirst()
          .ifPresent(pair -> findings.add(other(cell, pair)));
      cell.pairs().stream()
          .filter(pair -> !sameStart(pair))
          .findFirst()
          .ifPresent(pair -> findings.add(otherStart(cell, pair)));
    }
    return findings;
  }

  private static boolean drawn(Pair pair) {
    return pair.baseline().record().labels() != null && pair.candidate().record().labels() != null;
  }

  private static boolean same(Pair pair) {
    Labels ours = pair.baseline().record().labels();
    Labels theirs = pair.candidate().record().labels();
    return ours.sha256().equals(theirs.sha256()) && ours.effectiveRate() == theirs.effectiveRate();
  }

  private static boolean sameStart(Pair pair) {
    String ours = pair.baseline().record().initialParametersSha256();
    String theirs = pair.candidate().record().initialParametersSha256();
    return ours == null || theirs == null || ours.equals(theirs);
  }

  private static Finding other(CellPair cell, Pair pair) {
    Labels ours = pair.baseline().record().labels();
    Labels theirs = pair.candidate().record().labels();
    boolean clean = ours.effectiveRate() > 0 && theirs.effectiveRate() == 0;
    return Finding.of(
        Check.NOISE,
        Outcome.QUALITY,
        cell.label(),
        "%s: seed %d was trained on other labels than in the baseline%s: effective noise rate %s,"
            + " was %s; SHA-256 of the labels %s, was %s",
        cell.label(),
        pair.replicate().seed(),
        clean ? ", on clean ones" : "",
        theirs.effectiveRate(),
        ours.effectiveRate(),
        theirs.sha256(),
        ours.sha256());
  }

  private static Finding otherStart(CellPair cell, Pair pair) {
    return Finding.of(
        Check.NOISE,
        Outcome.PASS,
        cell.label(),
        "%s: seed %d started from other initial parameters than in the baseline, so that the"
            + " differences vary as those of two seeds do",
        cell.label(),
        pair.replicate().seed());
  }
}
