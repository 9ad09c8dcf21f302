#!/usr/bin/env python3
"""Holds the leaderboards of two engines against each other, run by run.

    suite/peers/engines.py noisemark-out/quick noisemark-out/quick-libtorch

Both folders are results of one suite. Runs are paired by everything but the engine, seed included, and
must have had the same labels and initial parameters. For each noise and optimizer it prints the mean
paired difference of the final test accuracy (second minus first, in points), its 95 % interval (Student's
t) and the p-value. The engines agree if no difference is told from 0 at 5 % over all of them (Holm);
otherwise the exit code is 3. Runs that one side lacks are an error, exit code 6.
"""
import csv
import math
import os
import statistics
import sys

KEY = ("suite_version", "dataset", "noise", "noise_rate", "network", "optimizer")
SAME = ("labels_sha256", "initial_parameters_sha256", "hyperparameters_json", "noise_seed", "precision")


def runs(folder):
    path = os.path.join(folder, "runs.csv")
    try:
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except OSError as e:
        sys.exit(fail(6, f"cannot read {path}: {e.strerror}"))
    return {tuple(row[name] for name in KEY) + (int(row["seed"]),): row for row in rows}


def fail(code, message):
    print("engines: " + message, file=sys.stderr)
    return code


def upper_tail(t, freedom):
    """P(T > t) of Student's t, t >= 0: Simpson's rule for the density over [0, t]."""
    density = lambda x: (1 + x * x / freedom) ** (-(freedom + 1) / 2)
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(freedom * math.pi)
    t, pieces = min(t, 1e4), 20000
    # x = sinh(u): even steps in u are fine near 0 and wide far out.
    end = math.asinh(t)
    values = [density(math.sinh(end * i / pieces)) * math.cosh(end * i / pieces) for i in range(pieces + 1)]
    area = (values[0] + values[-1] + 4 * sum(values[1:-1:2]) + 2 * sum(values[2:-1:2])) * end / pieces / 3
    return max(0.0, 0.5 - scale * area)


def quantile(freedom):
    """The t that 2.5 % lie above."""
    low, high = 0.0, 100.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if upper_tail(middle, freedom) > 0.025 else (low, middle)
    return high


def compare(differences):
    """Returns mean, half interval and two-sided p of paired differences."""
    n, mean = len(differences), statistics.mean(differences)
    if n < 2:
        return mean, math.inf, 1.0
    error = statistics.stdev(differences) / math.sqrt(n)
    if error == 0:
        return mean, 0.0, 1.0 if mean == 0 else 0.0
    return mean, quantile(n - 1) * error, 2 * upper_tail(abs(mean) / error, n - 1)


def main(first, second):
    a, b = runs(first), runs(second)
    if a.keys() != b.keys():
        return fail(6, f"{len(a.keys() - b.keys())} runs are in {first} only, {len(b.keys() - a.keys())} in {second} only")
    cells = {}
    for key in sorted(a):
        for name in SAME:
            if a[key][name] != b[key][name]:
                return fail(6, f"{name} of {' '.join(map(str, key))} differs: {a[key][name]} and {b[key][name]}")
        counted = "test_accuracy_counted_ratio"
        cells.setdefault(key[:-1], []).append(100 * (float(b[key][counted]) - float(a[key][counted])))
    engines = [next(iter(x.values()))["engine"] for x in (a, b)]
    results = {cell: compare(differences) for cell, differences in cells.items()}
    print(f"{engines[1]} minus {engines[0]}, final test accuracy in points, paired by seed")
    for cell, (mean, half, p) in results.items():
        noise, rate, network, optimizer = cell[2:]
        within = "within" if abs(mean) <= half else "outside"
        print(f"{noise:28} {rate:4} {network:9} {optimizer:5} n={len(cells[cell])} {mean:7.2f} +- {half:5.2f}  p={p:.3f}  {within}")
    outside = sum(abs(mean) > half for mean, half, _ in results.values())
    smallest = min(p for _, _, p in results.values())
    mean = statistics.mean(mean for mean, _, _ in results.values())
    print(f"{outside} of {len(results)} intervals do not hold 0 (by chance about {0.05 * len(results):.1f}); "
          f"smallest p {smallest:.3f}, by Holm at most {0.05 / len(results):.4f} to tell; mean over all {mean:.2f} points")
    if smallest <= 0.05 / len(results):
        print("the engines do not agree")
        return 3
    print("the engines agree")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(fail(2, "expected two folders, as in engines.py noisemark-out/quick noisemark-out/quick-libtorch"))
    sys.exit(main(*sys.argv[1:]))
