#!/usr/bin/env python3
"""The Python peer: training steps in PyTorch, taken and timed as asked on standard input.

compare.py starts this, speaks to it (see there) and sets its times beside noisemark's. The networks
are in networks.py; the optimizers are torch.optim.SGD with the stand-ins of perturbations.py, or with
--authors DIR the authors' own code: clones of davda54/sam, SamsungLabs/ASAM and nblt/F-SAM, side by
side below DIR. Runs on PyTorch 1.13 and newer.
"""
import argparse
import contextlib
import json
import os
import sys
import time

import torch
from torch import nn

from networks import network
from perturbations import RHO, Asam, Authors, Fsam, Sam

BATCH = 128
BLOCK = 10  # steps on a GPU between two readings of the clock, so that the host may run ahead
MOMENTUM, WEIGHT_DECAY = 0.9, 5e-4


class Training:
    """One network with one optimizer, from the parameters that noisemark draws."""

    def __init__(self, options, name, optimizer, precision, mode, rate, workload):
        self.device = torch.device(options.device)
        self.optimizer, self.precision, self.modes = optimizer, precision, mode.split("+")
        unknown = set(self.modes) - {"eager", "compiled", "graphs", "channels-last"}
        if unknown:
            raise ValueError(f"unknown mode '{unknown.pop()}'")
        if "compiled" in self.modes and not hasattr(torch, "compile"):
            raise ValueError(f"PyTorch {torch.__version__} has no torch.compile")
        if "graphs" in self.modes and (options.device != "cuda" or options.authors):
            raise ValueError("CUDA graphs need a GPU, and the authors' code moves its parameters about")
        if precision not in ("float32", "tf32", "bfloat16") or (precision == "tf32" and options.device == "cpu"):
            raise ValueError(f"no {precision} on {options.device}")
        with open(os.path.join(workload, "shape"), encoding="utf-8") as file:
            *image, classes = map(int, file.read().split())
        self.model = network(name, *image, classes).to(self.device)
        self.images = floats(workload, "images.f32").view(-1, *image).to(self.device)
        self.labels = integers(workload, "labels.i64").to(self.device)
        self.rows = torch.arange(BATCH, device=self.device)
        self.write(floats(workload, name + ".parameters.f32"))
        if "channels-last" in self.modes:
            self.model = self.model.to(memory_format=torch.channels_last)
            self.images = self.images.contiguous(memory_format=torch.channels_last)
        self.norms = [m for m in self.model.modules() if isinstance(m, nn.BatchNorm2d)]
        self.run = torch.compile(self.model) if "compiled" in self.modes else self.model
        self.criterion = nn.CrossEntropyLoss()
        torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = precision == "tf32"
        torch.backends.cudnn.benchmark = True
        settings = {"lr": rate, "momentum": MOMENTUM, "weight_decay": WEIGHT_DECAY}
        self.base = torch.optim.SGD(self.model.parameters(), **settings)
        self.perturbation = self.perturb_with(options.authors, settings)
        self.taken, self.graphs = 0, {}
        self.stream = torch.cuda.Stream() if "graphs" in self.modes else None

    def perturb_with(self, authors, settings):
        if self.optimizer == "sgd":
            return None
        if authors:
            theirs = Authors(authors, self.optimizer, self.model, self.base, settings)
            self.base = getattr(theirs, "base", self.base)
            return theirs
        kind = {"sam": Sam, "psam": Sam, "asam": Asam, "fsam": Fsam}[self.optimizer]
        return kind(self.model, RHO[self.optimizer])

    def loss_and_gradient(self, clean=True):
        # A perturbed pass leaves the running statistics alone, as davda54's and F-SAM's loops do.
        for norm in self.norms:
            norm.momentum = 0.1 if clean else 0
        autocast = self.precision == "bfloat16"
        with torch.autocast(self.device.type, torch.bfloat16) if autocast else contextlib.nullcontext():
            logits = self.run(self.images[self.rows])
            loss = self.criterion(logits, self.labels[self.rows])
        self.base.zero_grad(set_to_none=True)
        loss.backward()
        return loss

    def step_once(self, perturbs):
        self.loss_and_gradient()
        if perturbs:
            self.perturbation.climb()
            self.loss_and_gradient(clean=False)
            if isinstance(self.perturbation, Authors):
                self.perturbation.descend()
                return
            self.perturbation.restore()
        self.base.step()

    def step(self):
        perturbs = self.optimizer != "sgd" and (self.optimizer != "psam" or self.taken % 2 == 0)
        self.taken += 1
        if self.stream is None:
            self.step_once(perturbs)
        elif self.taken <= 4:  # what a capture needs: allocations and choices of algorithm, made before
            self.stream.wait_stream(torch.cuda.current_stream())
            with torch.cuda.stream(self.stream):
                self.step_once(perturbs)
            torch.cuda.current_stream().wait_stream(self.stream)
        else:
            if perturbs not in self.graphs:
                self.graphs[perturbs] = torch.cuda.CUDAGraph()
                with torch.cuda.graph(self.graphs[perturbs], stream=self.stream):
                    self.step_once(perturbs)
            self.graphs[perturbs].replay()

    def synchronize(self):
        if self.device.type == "cuda":
            torch.cuda.synchronize()

    def steps(self, count):
        """Takes steps; returns the milliseconds of each, on a GPU the mean of each block of them."""
        block = BLOCK if self.device.type == "cuda" else 1
        times = []
        self.synchronize()
        for first in range(0, count, block):
            taken = min(block, count - first)
            start = time.perf_counter()
            for _ in range(taken):
                self.step()
            self.synchronize()
            times.append(1e3 * (time.perf_counter() - start) / taken)
        return times

    @torch.no_grad()
    def write(self, flat):
        at = 0
        for p in self.model.parameters():
            p.copy_(flat[at:at + p.numel()].view(p.shape))
            at += p.numel()
        assert at == flat.numel(), f"{at} parameters, the file holds {flat.numel()}"

    def gradient(self):
        loss = self.loss_and_gradient()
        return [loss.view(1)] + [p.grad for p in self.model.parameters()]


def floats(directory, name):
    with open(os.path.join(directory, name), "rb") as file:
        return torch.frombuffer(bytearray(file.read()), dtype=torch.float32)


def integers(directory, name):
    with open(os.path.join(directory, name), "rb") as file:
        return torch.frombuffer(bytearray(file.read()), dtype=torch.int64)


def save(tensors, path):
    flat = torch.cat([t.detach().contiguous().view(-1).float().cpu() for t in tensors])
    with open(path, "wb") as file:
        file.write(bytes(flat.untyped_storage() if hasattr(flat, "untyped_storage") else flat.storage().untyped()))


def environment(device):
    facts = {"pytorch": torch.__version__, "python": sys.version.split()[0], "threads": torch.get_num_threads()}
    if device == "cuda":
        facts.update(gpu=torch.cuda.get_device_name(), cuda=torch.version.cuda, cudnn=torch.backends.cudnn.version())
    return facts


def answer(training, options, command, arguments):
    if command == "environment":
        return training, json.dumps(environment(options.device))
    if command == "prepare":
        name, optimizer, precision, mode, rate, workload = arguments
        return Training(options, name, optimizer, precision, mode, float(rate), workload), "ready"
    if command == "steps":
        return training, " ".join(f"{t:.6f}" for t in training.steps(int(arguments[0])))
    if command == "gradient":
        save(training.gradient(), arguments[0])
    elif command == "parameters":
        save(training.model.parameters(), arguments[0])
    else:
        raise ValueError(f"unknown command '{command}'")
    return training, "ready"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--device", choices=["cpu", "cuda"], default="cpu")
    parser.add_argument("--authors", metavar="DIR", help="clones of the authors' repositories")
    options = parser.parse_args()
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever else is printed is no reply
    training = None
    for line in sys.stdin:
        command, *arguments = line.split()
        try:
            training, reply = answer(training, options, command, arguments)
        except (ValueError, RuntimeError) as refusal:
            reply = "refused " + (str(refusal).splitlines() or [type(refusal).__name__])[0]
        print(reply, file=replies, flush=True)


if __name__ == "__main__":
    main()
