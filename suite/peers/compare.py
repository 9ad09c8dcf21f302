#!/usr/bin/env python3
"""Sets noisemark's training steps beside PyTorch's, in turns, on one machine in one run.

    suite/peers/compare.py --python python3 --out peers                        on the CPU
    suite/peers/compare.py --python python3 --libtorch DIR --out peers         and C++, see --help
    suite/peers/compare.py --python python3 --device cuda --shape 3x32x32 \\
        --networks resnet18 --precisions float32,tf32,bfloat16 \\
        --modes eager,channels-last,compiled+channels-last,graphs+channels-last --out peers

Every implementation and mode is a process (side.py). All start from the parameters, images and
labels that noisemark hands out. First they must agree with noisemark: the loss and its gradient
there, and the parameters two and six steps on. Those that do are timed, one after the other, round after
round, in an order that turns round every time, so that a machine that slows down slows all of them.

Writes peers.csv (a row for each network, optimizer, precision, implementation and mode; ratios are
medians over the rounds) and environment.json. A step begins with the rows of a batch of 128 and ends
when the device has done it; a GPU is waited for after every tenth, and a time there is the mean of ten.
PSAM perturbs every second step: its steps are taken in pairs.
"""
import argparse
import array
import csv
import json
import math
import os
import statistics
import sys
import tempfile

from side import Side, build_cpp, machine

HERE = os.path.dirname(os.path.abspath(__file__))
RATE = "0.01"
EARLY, LATE = 2, 6  # steps after which parameters are held against noisemark's
# Of the gradient's norm, and of the way that the parameters went early and late. Rounding takes float32 to
# 1e-6, 1e-4 and, since a ReLU here and there falls the other way, 1e-2. Among a resnet's 30 million ReLUs a
# batch some fall the other way at once: two releases of PyTorch then differ by 1e-3, 2e-2 and 5e-2. What is
# wrong in an optimizer (a sign, a mask) shows early; what is wrong in a captured graph, late.
TOLERANCE = {"float32": (1e-4, 1e-3, 5e-2), "tf32": (2e-2, 5e-2, 5e-1), "bfloat16": (1e-1, 3e-1, 1.0)}
RESNET_TOLERANCE = {**TOLERANCE, "float32": (1e-2, 1e-1, 2e-1)}
COLUMNS = (
    "network,optimizer,precision,device,shape,implementation,mode,status,status_detail,rounds_total,steps_total,"
    "step_time_median_seconds,step_time_p95_seconds,cpu_time_per_step_seconds,thread_cpu_time_per_step_seconds,"
    "step_time_vs_noisemark_ratio,step_time_vs_noisemark_low_ratio,step_time_vs_noisemark_high_ratio,"
    "cpu_time_vs_noisemark_ratio,thread_cpu_time_vs_noisemark_ratio,gradient_difference_ratio,early_update_difference_ratio,late_update_difference_ratio").split(",")


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words = lambda text: text.split(",")
    parser.add_argument("--device", choices=["cpu", "cuda"], default="cpu")
    parser.add_argument("--shape", default="1x28x28", help="of an image; 1x28x28")
    parser.add_argument("--networks", type=words, default=["mlp", "cnn", "resnet20"])
    parser.add_argument("--optimizers", type=words, default=["sgd", "sam", "asam", "psam", "fsam"])
    parser.add_argument("--precisions", type=words, default=["float32"])
    parser.add_argument("--modes", type=words, default=["eager", "channels-last"],
                        help="of Python's PyTorch: eager, compiled, graphs, channels-last, joined by +")
    parser.add_argument("--our-modes", type=words, default=["eager"], help="of noisemark")
    parser.add_argument("--noisemark", default=os.path.join(HERE, "..", "bin", "noisemark"), metavar="PROGRAM")
    parser.add_argument("--engines", type=words, default=["libtorch"], help="the first is what ratios are to")
    parser.add_argument("--python", action="append", default=[], metavar="PROGRAM",
                        help="a Python that has PyTorch; may be given more than once")
    parser.add_argument("--authors", metavar="DIR", help="clones of the authors' repositories, see train.py")
    parser.add_argument("--libtorch", action="append", default=[], metavar="DIR",
                        help="with include/ and lib/, as a libtorch archive or Python's torch package has them: builds "
                        "train.cpp against it. With JavaCPP's libraries in lib/ the difference is what Java costs")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=1.0, help="length of a turn")
    parser.add_argument("--out", required=True, metavar="DIR")
    return parser.parse_args()


def sides(o, folder):
    """Starts every implementation in every mode, noisemark first."""
    found = []
    for engine in o.engines:
        for mode in o.our_modes:
            command = [o.noisemark, "steps", "--engine", engine, "--device", o.device, "--shape", o.shape]
            found.append(Side("noisemark-" + engine, mode, command))
    for libtorch in o.libtorch:
        found.append(Side("libtorch-c++", "eager", [build_cpp(HERE, libtorch, folder)]))
    for python in o.python:
        for mode in o.modes:
            command = [python, os.path.join(HERE, "train.py"), "--device", o.device]
            found.append(Side("pytorch", mode, command + (["--authors", o.authors] if o.authors else [])))
    for side in found:
        facts = side.ask("environment")
        side.facts = json.loads(facts) if facts.startswith("{") else {"error": facts}
        if not side.implementation.startswith("noisemark"):
            side.implementation += "-" + side.facts.get("pytorch", side.facts.get("libtorch", "?"))
    return found


def floats(path):

    values = array.array("f")
    with open(path, "rb") as file:
        values.frombytes(file.read())
    return values


def answers(side, folder):
    """Returns the loss and gradient at the start, and the parameters early and late."""
    files = [os.path.join(folder, name) for name in ("gradient", "early", "late")]
    for request in (f"gradient {files[0]}", f"steps {EARLY}", f"parameters {files[1]}", f"steps {LATE - EARLY}",
                    f"parameters {files[2]}"):
        reply = side.ask(request)
        if reply.startswith("refused"):
            raise ValueError(reply)
    return [floats(file) for file in files]


def prepare(side, network, optimizer, precision, workload, reference, start, folder):
    """Builds a training and holds it against noisemark's; returns what the row says of that."""
    reply = side.ask(f"prepare {network} {optimizer} {precision} {side.mode} {RATE} {workload}")
    if reply.startswith("refused"):
        return {"status": "skipped", "status_detail": reply[len("refused "):]}, None
    try:
        found = answers(side, folder)
    except ValueError as refusal:
        return {"status": "error", "status_detail": str(refusal)}, None
    if reference is None:
        return {"status": "ok"}, found
    origins = ([0.0] * len(reference[0]), start, start)
    differences = [math.dist(a, b) / math.dist(b, origin) for a, b, origin in zip(found, reference, origins)]
    row = dict(zip(("gradient_difference_ratio", "early_update_difference_ratio", "late_update_difference_ratio"),
                   differences), status="ok")
    tolerances = (RESNET_TOLERANCE if network.startswith("resnet") else TOLERANCE)[precision]
    if not all(difference <= allowed for difference, allowed in zip(differences, tolerances)):
        row.update(status="error", status_detail="disagrees with noisemark: gradient %.2g, early update %.2g, "
                   "late update %.2g, at most %g, %g and %g" % (*differences, *tolerances))
    return row, found


def measure(active, rounds, seconds, pairs):
    """Times the sides in turns; leaves in each its times and CPU times, a list a round."""
    for side in active:
        side.warm_up(seconds, pairs)
    for turn in range(rounds):
        for side in active if turn % 2 == 0 else reversed(active):
            side.take_turn(pairs)


def summarize(side, reference):
    times = sorted(t for turn in side.turns for t in turn)
    row = {
        "rounds_total": len(side.turns),
        "steps_total": side.steps_taken,
        "step_time_median_seconds": statistics.median(times),
        "step_time_p95_seconds": times[min(len(times) - 1, int(0.95 * len(times)))],
        "cpu_time_per_step_seconds": statistics.median(side.cpu),
        "thread_cpu_time_per_step_seconds": statistics.median(side.thread_cpu),
    }
    ratios = [statistics.median(a) / statistics.median(b) for a, b in zip(side.turns, reference.turns)]
    row.update(
        step_time_vs_noisemark_ratio=statistics.median(ratios),
        step_time_vs_noisemark_low_ratio=min(ratios),
        step_time_vs_noisemark_high_ratio=max(ratios),
        cpu_time_vs_noisemark_ratio=statistics.median(a / b for a, b in zip(side.cpu, reference.cpu)),
        thread_cpu_time_vs_noisemark_ratio=statistics.median(
            a / b for a, b in zip(side.thread_cpu, reference.thread_cpu)))
    return row


def compare(o, found, cell, folder, workload):
    network, optimizer, precision = cell
    start = floats(os.path.join(workload, network + ".parameters.f32"))
    rows, reference = [], None
    for side in found:
        verdict, answer = prepare(side, network, optimizer, precision, workload, reference, start, folder)
        reference = reference or answer
        rows.append({"network": network, "optimizer": optimizer, "precision": precision, "device": o.device,
                     "shape": o.shape, "implementation": side.implementation, "mode": side.mode, **verdict})
    active = [side for side, row in zip(found, rows) if row["status"] == "ok"]
    measure(active, o.rounds, o.seconds, optimizer == "psam")
    for side, row in zip(found, rows):
        if row["status"] == "ok":
            row.update(summarize(side, active[0]))
            print(f"{network:9} {optimizer:5} {precision:9} {side.implementation:22} {side.mode:24} "
                  f"{1e3 * row['step_time_median_seconds']:9.3f} ms  {row['step_time_vs_noisemark_ratio']:6.3f} x, "
                  f"CPU {row['cpu_time_vs_noisemark_ratio']:6.3f} x, "
                  f"its thread {row['thread_cpu_time_vs_noisemark_ratio']:6.3f} x", flush=True)
        else:
            print(f"{network:9} {optimizer:5} {precision:9} {side.implementation:22} {side.mode:24} "
                  f"{row['status']}: {row['status_detail']}", flush=True)
    return rows


def write(rows, environment, out):
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, "peers.csv"), "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n", restval="")
        table.writeheader()
        table.writerows(rows)
    with open(os.path.join(out, "environment.json"), "w", encoding="utf-8") as file:
        json.dump(environment, file, indent=2, sort_keys=True)
        file.write("\n")


def main():
    o = options()
    with tempfile.TemporaryDirectory() as folder:
        environment = {"machine": machine(), "arguments": sys.argv[1:]}
        found = sides(o, folder)
        workload = os.path.join(folder, "workload")
        reply = found[0].ask("workload " + workload)
        if reply != "ready":
            sys.exit("compare: " + reply)
        environment["sides"] = {f"{s.implementation} {s.mode}": s.facts for s in found}
        rows = []
        for network in o.networks:
            for optimizer in o.optimizers:
                for precision in o.precisions:
                    rows += compare(o, found, (network, optimizer, precision), folder, workload)
                    environment["load_average_at_end"] = os.getloadavg()
                    write(rows, environment, o.out)  # what is there so far, whatever comes
        for side in found:
            side.close()
    if any(row["status"] == "error" for row in rows):
        sys.exit("compare: some do not agree with noisemark, see " + os.path.join(o.out, "peers.csv"))


if __name__ == "__main__":
    main()
