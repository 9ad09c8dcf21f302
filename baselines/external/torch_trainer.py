#!/usr/bin/env python3
"""SGD and SAM in PyTorch, as a trainer of noisemark (see README.md beside this file).

One file, for PyTorch 1.13 or newer; NumPy is not needed. It trains every network of noisemark without dropout,
on the CPU or with CUDA, in float32 or float64, with augmentation, mixup and label smoothing as noisemark draws them. Copy
it, and write a method of your own in place of `sam`.
"""
import hashlib
import json
import math
import os
import sys

import torch
from torch.nn import functional as F

TYPES = {"uint8": torch.uint8, "int32": torch.int32, "float32": torch.float32, "float64": torch.float64}


class Arrays:
    """The arrays that lie in the cell's folder."""

    def __init__(self, folder):
        self.folder = folder

    def read(self, told):
        """Reads an array that noisemark has told of: {file, type, shape, sha256}."""
        with open(os.path.join(self.folder, told["file"]), "rb") as file:
            data = bytearray(file.read())
        if hashlib.sha256(data).hexdigest() != told["sha256"]:
            raise ValueError(told["file"] + " is not what was told of it")
        return torch.frombuffer(data, dtype=TYPES[told["type"]]).reshape(told["shape"])

    def write(self, name, tensor):
        """Writes float32, row-major, little-endian, and returns what to tell of it."""
        values = tensor.detach().cpu().float().contiguous().flatten()
        data = bytearray(4 * values.numel())
        torch.frombuffer(data, dtype=torch.float32).copy_(values)
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(data)
        return {"file": name, "type": "float32", "shape": list(tensor.shape),
                "sha256": hashlib.sha256(data).hexdigest()}


class Network:
    """A network from its description. All parameters lie in one vector, `w`, in noisemark's order."""

    def __init__(self, described, initial, device):
        self.layers = described["layers"]
        self.w = initial.clone().to(device)
        self.parameters = {}  # by name: views of w, each a leaf of its own
        for told in described["parameters"]:
            view = self.w[told["offset"]:told["offset"] + math.prod(told["shape"])].view(told["shape"])
            self.parameters[told["name"]] = view.detach().requires_grad_()
        self.statistics = {}  # of batch normalization: running mean and variance, by the layer's path

    def logits(self, x, training, update=False):
        """[batch, channels, height, width] to [batch, classes]; `update` updates running statistics."""
        return self._all(self.layers, "", x, training, update).flatten(1)

    def gradient(self, x, targets, update):
        """Returns the mean loss and its gradient, a vector like w."""
        loss = F.cross_entropy(self.logits(x, True, update), targets)
        parts = torch.autograd.grad(loss, list(self.parameters.values()))
        return loss.detach(), torch.cat([part.reshape(-1) for part in parts])

    def _all(self, layers, path, x, training, update):
        for i, layer in enumerate(layers):
            x = self._one(layer, path + str(i) + ".", x, training, update)
        return x

    def _one(self, layer, path, x, training, update):
        kind = layer["type"]
        get = lambda role: self.parameters.get(path + role)
        if kind == "dense":
            return F.linear(x.flatten(1), get("weight"), get("bias"))
        if kind == "convolution":
            return F.conv2d(x, get("weight"), get("bias"), layer["stride"], layer["padding"])
        if kind == "relu":
            return F.relu(x)
        if kind == "tanh":
            return torch.tanh(x)
        if kind == "max_pooling":
            return F.max_pool2d(x, layer["kernel"], layer["stride"])
        if kind == "global_average_pooling":
            return x.mean((2, 3), keepdim=True)
        if kind == "layer_normalization":
            return F.group_norm(x, 1, get("scale"), get("shift"), layer["epsilon"])
        if kind == "batch_normalization":
            if path not in self.statistics:
                zeros = x.new_zeros(layer["channels"])
                self.statistics[path] = (zeros, zeros + 1)
            mean, variance = self.statistics[path]
            if training and not update:
                mean = variance = None
            return F.batch_norm(x, mean, variance, get("scale"), get("shift"), training, 1 - layer["decay"],
                                layer["epsilon"])
        if kind == "residual":
            body = self._all(layer["body"], path + "body.", x, training, update)
            return body + self._all(layer["shortcut"], path + "shortcut.", x, training, update)
        raise ValueError("this trainer knows no layer " + kind)


def sgd(network, x, targets, settings):
    """One gradient a step."""
    return (1,) + network.gradient(x, targets, True)


def sam(network, x, targets, settings):
    """Foret et al., ICLR 2021, equation 2: the gradient at w + rho g / ||g||. Two gradients a step."""
    loss, g = network.gradient(x, targets, True)
    saved = network.w.clone()
    network.w.add_(g, alpha=settings["rho"] / (g.norm().item() + 1e-12))
    _, g = network.gradient(x, targets, False)
    network.w.copy_(saved)
    return 2, loss, g


METHODS = {"sgd": sgd, "sam": sam}


class Training:
    """A cell: everything that noisemark has told of it, and the state of the training."""

    def __init__(self, message):
        cell = message["cell"]
        self.settings, self.hyperparameters = cell["training"], cell["optimizer"]["hyperparameters"]
        if cell["optimizer"]["name"] not in METHODS:
            raise ValueError("this trainer knows no optimizer " + cell["optimizer"]["name"])
        if self.settings.get("descent", "sgd") != "sgd":
            raise ValueError("this trainer descends with sgd, not with " + self.settings["descent"])
        if cell["engine"]["precision"] not in ("float32", "float64"):
            raise ValueError("this trainer computes in float32 or float64")
        self.type = TYPES[cell["engine"]["precision"]]
        self.gradient = METHODS[cell["optimizer"]["name"]]
        self.device = torch.device(cell["engine"]["device"])
        torch.set_num_threads(message["threads"])
        torch.manual_seed(cell["seed"] % 2 ** 63)
        self.arrays = Arrays(message["folder"])
        given = {name: self.arrays.read(told) for name, told in message["arrays"].items()}
        self.images, self.test = given["train_images"].to(self.device), given["test_images"].to(self.device)
        self.table = given["normalization"].to(self.device, self.type) if "normalization" in given else None
        self.labels = given["train_labels"].long().to(self.device)
        self.evaluation_rows = given["evaluation_rows"].long().to(self.device)
        self.classes = message["network"]["classes"]
        self.network = Network(message["network"], given["initial_parameters"].to(self.type), self.device)
        self.velocity = torch.zeros_like(self.network.w)
        self.steps = self.gradients = 0

    def picture(self, images, transforms=None):
        """Returns images as the network takes them: transformed, then normalized."""
        if self.table is None:
            return images.to(self.type)
        n, channels, height, width = images.shape
        if transforms is None:
            pixels = images.long()
        else:
            flip, down, right, cut_row, cut_column, cut = transforms.long().unsqueeze(2).unbind(1)
            rows = torch.arange(height, device=self.device) + down
            columns = torch.arange(width, device=self.device) + right
            inside = ((rows >= 0) & (rows < height))[:, :, None] & ((columns >= 0) & (columns < width))[:, None, :]
            columns = torch.where(flip.bool(), width - 1 - columns, columns)
            index = rows.clamp(0, height - 1)[:, :, None] * width + columns.clamp(0, width - 1)[:, None, :]
            index = index.reshape(n, 1, -1).expand(-1, channels, -1)
            pixels = images.flatten(2).long().gather(2, index).view_as(images) * inside[:, None]
        shades = torch.stack([self.table[c][pixels[:, c]] for c in range(channels)], 1)
        if transforms is None:
            return shades
        y, x = torch.arange(height, device=self.device), torch.arange(width, device=self.device)
        hidden = (((y >= cut_row) & (y < cut_row + cut))[:, :, None]
                  & ((x >= cut_column) & (x < cut_column + cut))[:, None, :])
        return shades.masked_fill(hidden[:, None], 0)

    def targets(self, labels):
        """Returns classes, or shares of them where labels are smoothed or mixed."""
        smoothing = self.settings.get("label_smoothing", 0)
        if not smoothing and "mixup" not in self.settings:
            return labels
        return F.one_hot(labels, self.classes).to(self.type) * (1 - smoothing) + smoothing / self.classes

    def epoch(self, message):
        """Takes a step for each batch; returns the mean loss before them."""
        given = {name: self.arrays.read(told).to(self.device) for name, told in message["arrays"].items()}
        order, transforms = given["order"].long(), given.get("transforms")
        size, total = self.settings["batch_size"], 0.0
        for step, rate in enumerate(given["learning_rates"].tolist()):
            part = slice(step * size, (step + 1) * size)
            rows = order[part]
            x = self.picture(self.images[rows], None if transforms is None else transforms[part])
            targets = self.targets(self.labels[rows])
            if "mixup_rows" in given:
                share, others = given["mixup_shares"][part].to(self.type), given["mixup_rows"][part].long()
                y = self.picture(self.images[others], given["mixup_transforms"][part])
                x = share.view(-1, 1, 1, 1) * x + (1 - share).view(-1, 1, 1, 1) * y
                targets = share[:, None] * targets + (1 - share)[:, None] * self.targets(self.labels[others])
            taken, loss, g = self.gradient(self.network, x, targets, self.hyperparameters)
            self.descend(g, rate)
            total += loss.item() * len(rows)
            self.gradients += taken
            self.steps += 1
        return total / len(order)

    def descend(self, g, rate):
        """torch.optim.SGD, on the whole vector; weight decay acts on every parameter, at the unperturbed w."""
        w, momentum = self.network.w, self.settings["momentum"]
        g = g.add(w, alpha=self.settings["weight_decay"])
        self.velocity.mul_(momentum).add_(g)
        w.sub_(g.add(self.velocity, alpha=momentum) if self.settings["nesterov"] else self.velocity, alpha=rate)

    @torch.no_grad()
    def logits(self, images):
        return torch.cat([self.network.logits(self.picture(part), False) for part in images.split(500)])


def say(message):
    print(json.dumps(message), flush=True)


def main():
    training = None
    for line in sys.stdin:
        message = json.loads(line)
        kind = message["type"]
        if kind == "cell":
            training = Training(message)
            say({"type": "ready", "protocol": 1, "program": "torch_trainer", "version": "1",
                 "versions": {"torch": torch.__version__, "python": sys.version.split()[0]}})
        elif kind == "train":
            loss = training.epoch(message)
            say({"type": "trained", "epoch": message["epoch"], "loss": loss if math.isfinite(loss) else "NaN",
                 "steps": training.steps, "gradient_evaluations": training.gradients})
        elif kind == "evaluate":
            say({"type": "logits", "epoch": message["epoch"],
                 "train": training.arrays.write("train", training.logits(training.images[training.evaluation_rows])),
                 "test": training.arrays.write("test", training.logits(training.test))})
        elif kind == "parameters":
            say({"type": "parameters", "parameters": training.arrays.write("parameters", training.network.w)})
        elif kind == "end":
            return


if __name__ == "__main__":
    main()
