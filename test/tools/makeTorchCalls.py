"""Writes test/fixtures/torch-calls.jsonl: layer calls with the shapes and parameter counts that PyTorch gives them."""

import json
import random
import sys

import torch
from torch import nn

random.seed(20261125)


def number(low, high):
    return random.randint(low, high)


def size(axes, low, high):
    """One number for all axes, or one for each."""
    if random.random() < 0.5:
        return number(low, high)
    return tuple(number(low, high) for _ in range(axes))


def options(**values):
    return {name: value for name, value in values.items() if random.random() < 0.6}


def conv(axes):
    groups = random.choice([1, 1, 1, 2, 4])
    channels, filters = 4 * number(1, 3), 4 * number(1, 3)
    given = options(stride=size(axes, 1, 3), padding=size(axes, 0, 3), dilation=size(axes, 1, 2), bias=random.random() < 0.5)
    if groups > 1:
        given["groups"] = groups
    if random.random() < 0.15:
        given["padding"] = random.choice(["same", "valid"])
    return f"Conv{axes}d", [channels, filters, size(axes, 1, 5)], given, channels


def transposed(axes):
    channels, filters = number(1, 6), number(1, 6)
    given = options(stride=size(axes, 1, 3), padding=size(axes, 0, 2), output_padding=size(axes, 0, 1), dilation=size(axes, 1, 2))
    return f"ConvTranspose{axes}d", [channels, filters, size(axes, 1, 5)], given, channels


def pool(axes):
    if random.random() < 0.5:
        given = options(stride=size(axes, 1, 3), padding=size(axes, 0, 2), dilation=size(axes, 1, 2), ceil_mode=True)
        return f"MaxPool{axes}d", [size(axes, 1, 4)], given, number(1, 5)
    given = options(stride=size(axes, 1, 3), padding=size(axes, 0, 2), ceil_mode=True, count_include_pad=False)
    return f"AvgPool{axes}d", [size(axes, 1, 4)], given, number(1, 5)


def other(axes):
    channels = number(1, 5)
    kind = random.choice(["ZeroPad2d", "ReflectionPad1d", "AdaptiveAvgPool2d", "Flatten", "BatchNorm2d", "Linear"])
    if kind == "ZeroPad2d":
        return kind, [tuple(number(0, 3) for _ in range(4))], {}, channels
    if kind == "AdaptiveAvgPool2d":
        return kind, [(number(1, 4), None)], {}, channels
    if kind == "BatchNorm2d":
        return kind, [channels], options(affine=False), channels
    if kind == "Linear":
        return kind, [9, number(1, 20)], options(bias=False), channels
    return kind, [number(0, 3)] if kind == "ReflectionPad1d" else [], {}, channels


def answer(name, args, given, shape):
    """The output's shape and the parameters, or None where PyTorch refuses."""
    try:
        layer = getattr(nn, name)(*args, **given)
        parameters = sum(value.numel() for value in layer.parameters())
        return {"outputShape": list(layer(torch.zeros(shape)).shape), "params": parameters}
    except (RuntimeError, ValueError) as error:
        # Later versions count a dilated window with its gaps when they limit the padding of a pooling.
        return "changed" if "half of" in str(error) and "dilation" in given else None


def main(path):
    with open(path, "w", encoding="utf8") as out:
        for index in range(240):
            axes = random.choice([1, 2, 2, 2, 3])
            name, args, given, channels = random.choice([conv, conv, transposed, pool, pool, other])(axes)
            axes = next((int(letter) for letter in name if letter.isdigit()), 2)
            shape = [number(1, 3), channels] + [number(4, 12) for _ in range(axes)]
            if name == "Linear":
                shape[-1] = 9
            call = f"nn.{name}({', '.join([repr(value) for value in args] + [f'{key}={value!r}' for key, value in given.items()])})"
            found = answer(name, args, given, shape)
            line = {"call": call, "inputShape": shape, "torch": torch.__version__, "answer": found}
            if found != "changed":
                out.write(json.dumps(line) + "\n")


main(sys.argv[1])
