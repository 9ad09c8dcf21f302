"""How SAM, ASAM and F-SAM perturb: stand-ins written from the algorithms, or the authors' own code.

climb() moves the parameters along their gradients; restore() puts the old ones back. The arithmetic
is per tensor, as in the code that the papers come with.
"""
import ast
import collections
import os

import torch

RHO = {"sam": 0.05, "psam": 0.05, "asam": 0.5, "fsam": 0.05}  # noisemark's defaults
ETA, LAMBDA, SIGMA = 0.01, 0.9, 1.0
GUARD = 1e-12


class Sam:
    """Foret and others, ICLR 2021: eps = rho g / |g|."""

    def __init__(self, model, rho):
        self.parameters = list(model.named_parameters())
        self.rho = rho
        self.saved = [torch.empty_like(p) for _, p in self.parameters]

    def directions(self):
        """Returns, for each parameter, what the norm is taken of and what the step is along."""
        return [(p.grad, p.grad) for _, p in self.parameters]

    @torch.no_grad()
    def climb(self):
        directions = self.directions()
        norm = torch.norm(torch.stack([torch.norm(part) for part, _ in directions]))
        scale = self.rho / (norm + GUARD)
        for (_, p), saved, (_, along) in zip(self.parameters, self.saved, directions):
            saved.copy_(p)
            p.add_(along * scale)

    @torch.no_grad()
    def restore(self):
        for (_, p), saved in zip(self.parameters, self.saved):
            p.copy_(saved)


class Asam(Sam):
    """Kwon and others, ICML 2021: T = |w| + eta where the name holds "weight"; eps = rho T T g / |T g|."""

    def directions(self):
        directions = []
        for name, p in self.parameters:
            if "weight" in name:
                t = p.abs().add_(ETA)
                scaled = p.grad * t
                directions.append((scaled, scaled * t))
            else:
                directions.append((p.grad, p.grad))
        return directions


class Fsam(Sam):
    """Li and others, CVPR 2024, in the order of their code: d = g - sigma m, then m moves towards g."""

    average = None

    def directions(self):
        if self.average is None:
            self.average = [p.grad.clone() for _, p in self.parameters]
            return super().directions()
        directions = []
        for (_, p), m in zip(self.parameters, self.average):
            d = p.grad - m * SIGMA
            m.mul_(LAMBDA).add_(p.grad, alpha=1 - LAMBDA)
            directions.append((d, d))
        return directions


class Authors:
    """The authors' own classes, behind climb and restore; only theirs is what happens there."""

    FILES = {"sam": ("sam/sam.py", "SAM"), "psam": ("sam/sam.py", "SAM"),
             "asam": ("ASAM/asam.py", "ASAM"), "fsam": ("F-SAM/utils.py", "FriendlySAM")}

    def __init__(self, directory, name, model, base, settings):
        path, wanted = self.FILES[name]
        file = os.path.join(directory, path)
        if not os.path.exists(file):
            raise ValueError(f"{file} is not there; --authors needs {path} below it")
        with open(file, encoding="utf-8") as source:
            tree = ast.parse(source.read())
        # The class alone: what else the file imports is not needed here.
        tree.body = [n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == wanted]
        scope = {"torch": torch, "defaultdict": collections.defaultdict}
        exec(compile(tree, file, "exec"), scope)  # a local file that the user names
        if name == "asam":
            theirs = scope[wanted](base, model, rho=RHO[name], eta=ETA)
            self.climb, self.descend = theirs.ascent_step, theirs.descent_step
        else:
            more = {"sigma": SIGMA, "lmbda": LAMBDA} if name == "fsam" else {}
            theirs = scope[wanted](model.parameters(), torch.optim.SGD, rho=RHO[name], **more, **settings)
            self.climb, self.descend = theirs.first_step, theirs.second_step
            # Steps without perturbation must share the momentum buffers.
            self.base = theirs.base_optimizer
