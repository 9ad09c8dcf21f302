"""One side of a comparison: a process that takes training steps as asked, a line a request.

    environment                                          a JSON object in one line
    workload DIR                                         noisemark only: writes what all sides start from
    prepare NETWORK OPTIMIZER PRECISION MODE RATE DIR    a new training from the files in DIR
    gradient FILE                                        writes the loss and its gradient (float32)
    steps N                                              takes N steps; the milliseconds of each, on a GPU
                                                         the mean of each ten
    parameters FILE                                      writes the parameters (float32)

The answer is one line: what was asked for, "ready", or "refused" and a reason.
"""
import os
import platform
import statistics
import subprocess
import time

# The same for every side; see suite/bin/noisemark.
ENVIRONMENT = {
    "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_WAIT_POLICY": "passive",
    "MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "4294967296", "PYTHONDONTWRITEBYTECODE": "1",
}


class Side:
    def __init__(self, implementation, mode, command):
        self.implementation, self.mode = implementation, mode
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env={**ENVIRONMENT, **os.environ})
        # By turn: the seconds of each step; the CPU seconds a step of all threads (a JVM's compilers and
        # collector too), and of the busiest alone.
        self.turns, self.cpu, self.thread_cpu = [], [], []

    def ask(self, request):
        try:
            self.process.stdin.write(request + "\n")
            self.process.stdin.flush()
            reply = self.process.stdout.readline().strip()
        except BrokenPipeError:
            reply = ""
        return reply or f"refused {self.implementation} has ended"

    def steps(self, count):
        reply = self.ask(f"steps {count}")
        if reply.startswith("refused"):
            raise SystemExit(f"compare: {self.implementation} {self.mode}: {reply}")
        return [1e-3 * float(word) for word in reply.split()]

    def cpu_seconds(self):
        """Returns how long each thread of the process has computed so far, by its id."""
        seconds = {}
        folder = f"/proc/{self.process.pid}/task"
        for thread in os.listdir(folder):
            try:
                with open(f"{folder}/{thread}/schedstat", encoding="utf-8") as file:
                    seconds[thread] = 1e-9 * int(file.read().split()[0])
            except OSError:  # has ended meanwhile
                pass
        return seconds

    def warm_up(self, seconds, pairs):
        """Steps until compilers have settled, then sets how many steps fill a turn."""
        self.turns, self.cpu, self.thread_cpu, self.steps_taken = [], [], [], 0
        end = time.monotonic() + 3 * seconds
        times = self.steps(4)
        while time.monotonic() < end:
            times = self.steps(max(2, round(0.2 * seconds / statistics.median(times))))
        count = max(4, round(seconds / statistics.median(times)))
        self.count = count + count % 2 if pairs else count

    def take_turn(self, pairs):
        before = self.cpu_seconds()
        times = self.steps(self.count)
        spent = [seconds - before.get(thread, 0) for thread, seconds in self.cpu_seconds().items()]
        self.cpu.append(sum(spent) / self.count)
        self.thread_cpu.append(max(spent) / self.count)
        self.steps_taken += self.count
        self.turns.append([(a + b) / 2 for a, b in zip(times[::2], times[1::2])] if pairs else times)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def build_cpp(here, libtorch, folder):
    """Compiles train.cpp and returns the program."""
    program = os.path.join(folder, f"train-{len(os.listdir(folder))}")
    include = os.path.join(libtorch, "include")
    command = ["g++", "-std=c++20", "-O2", "-o", program, os.path.join(here, "train.cpp"), "-I", include,
               "-I", os.path.join(include, "torch", "csrc", "api", "include")]
    lib = os.path.realpath(os.path.join(libtorch, "lib"))
    command += ["-L" + lib, "-Wl,-rpath," + lib, "-Wl,-rpath-link," + lib, "-Wl,--no-as-needed", "-ltorch", "-ltorch_cpu", "-lc10"]
    if subprocess.run(command).returncode != 0:
        raise SystemExit("compare: train.cpp does not compile against " + libtorch)
    return program


def machine():
    facts = {"system": platform.system() + " " + platform.release(), "cores": os.cpu_count(),
             "load_average_at_start": os.getloadavg(), "started_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
             "threads": {name: os.environ.get(name, value) for name, value in ENVIRONMENT.items()}}
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        facts["processor"] = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "")
    query = ["nvidia-smi", "--query-gpu=name,compute_cap,driver_version,memory.total", "--format=csv,noheader"]
    try:
        facts["gpus"] = subprocess.run(query, capture_output=True, text=True).stdout.splitlines()
    except FileNotFoundError:
        facts["gpus"] = []
    return facts
