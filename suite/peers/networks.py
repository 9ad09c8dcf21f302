"""The networks of org.noisemark.nn.Networks in PyTorch, parameters in noisemark's order."""
import torch
from torch import nn


def convolution(inputs, outputs, kernel=3, stride=1, bias=False):
    return nn.Conv2d(inputs, outputs, kernel, stride, padding=kernel // 2, bias=bias)


class Block(nn.Module):
    """A residual block: its body comes before its shortcut in the order of parameters."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.body = nn.Sequential(
            convolution(inputs, outputs, stride=stride),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
            convolution(outputs, outputs),
            nn.BatchNorm2d(outputs),
        )
        same = inputs == outputs and stride == 1
        self.shortcut = nn.Sequential() if same else nn.Sequential(
            convolution(inputs, outputs, 1, stride), nn.BatchNorm2d(outputs))

    def forward(self, x):
        return torch.relu_(self.body(x) + self.shortcut(x))


def residual(channels, classes, width, stages, blocks):
    layers = [convolution(channels, width), nn.BatchNorm2d(width), nn.ReLU(inplace=True)]
    inputs = width
    for stage in range(stages):
        for block in range(blocks):
            outputs = width << stage
            layers.append(Block(inputs, outputs, 2 if stage > 0 and block == 0 else 1))
            inputs = outputs
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(inputs, classes))


def network(name, channels, height, width, classes):
    if name == "mlp":
        return nn.Sequential(
            nn.Flatten(),
            nn.Linear(channels * height * width, 128), nn.ReLU(inplace=True),
            nn.Linear(128, 128), nn.ReLU(inplace=True),
            nn.Linear(128, classes))
    if name == "cnn":
        return nn.Sequential(
            convolution(channels, 16, bias=True), nn.ReLU(inplace=True), nn.MaxPool2d(2),
            convolution(16, 32, bias=True), nn.ReLU(inplace=True), nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(32 * (height // 4) * (width // 4), 64), nn.ReLU(inplace=True),
            nn.Linear(64, classes))
    if name == "resnet20":
        return residual(channels, classes, 16, 3, 3)
    if name == "resnet18":
        return residual(channels, classes, 64, 4, 2)
    raise ValueError(f"unknown network '{name}', expected one of mlp, cnn, resnet20, resnet18")
