/** What a lesson's notebook works with: the loops of a convolution, and what follows from sizes. */
export const notebookTools = `import numpy as np


def padded(image, padding, mode, value):
    """The image with cells around it: ((above, below), (left, right))."""
    (above, below), (left, right) = padding
    if mode == "wrap":
        rows = np.arange(-above, image.shape[0] + below)
        cols = np.arange(-left, image.shape[1] + right)
        return image.take(rows, axis=0, mode="wrap").take(cols, axis=1, mode="wrap")
    if mode == "constant":
        return np.pad(image, padding, constant_values=value)
    return np.pad(image, padding, mode=mode)


def convolve(image, kernel, stride=(1, 1), padding=((0, 0), (0, 0)), dilation=(1, 1),
             mode="constant", value=0, flip=False):
    """The feature map, cell by cell: a patch times the kernel, added up."""
    big = padded(np.asarray(image, dtype=float), padding, mode, value)
    weights = np.asarray(kernel, dtype=float)
    weights = weights[::-1, ::-1] if flip else weights
    span = [dilation[axis] * (weights.shape[axis] - 1) + 1 for axis in (0, 1)]
    rows, cols = [(big.shape[axis] - span[axis]) // stride[axis] + 1 for axis in (0, 1)]
    feature_map = np.zeros((rows, cols))
    for row in range(rows):
        for col in range(cols):
            top, left = row * stride[0], col * stride[1]
            patch = big[top:top + span[0]:dilation[0], left:left + span[1]:dilation[1]]
            feature_map[row, col] = np.sum(patch * weights)
    return feature_map


def convolved(answer):
    """The map that an answered kernel makes of the image."""
    return None if answer is None else convolve(image, answer, **how)


def uses(row, col):
    """How many cells of the map read this cell of the image: a lone 1 there, under a kernel of ones."""
    lone = np.zeros(image.shape)
    lone[row, col] = 1
    return int(convolve(lone, np.ones(kernel.shape), **{**how, "mode": "constant", "value": 0}).sum())


def least_padding(size):
    """The smallest padding for each side with which the map has so many rows."""
    amount = 0
    while convolve(image, kernel, **{**how, "padding": ((amount, amount), (amount, amount))}).shape[0] < size:
        amount += 1
    return amount


def receptive_field(layers):
    """The side of what one cell sees after layers, each a kernel size and a stride."""
    size, jump = 1, 1
    for kernel_size, step in layers:
        size, jump = size + (kernel_size - 1) * jump, jump * step
    return size


def check(answer, expected, why, given=None):
    """Says whether an answer is right, and why."""
    if answer is None:
        print("Write your answer into the cell above, run it, and run this one again.")
    elif np.shape(answer if given is None else given) == np.shape(expected) and np.allclose(
            answer if given is None else given, expected):
        print("Right.", why)
    else:
        print("Not yet.")`;
