"""Kernels with a name, and pictures to try them on.

Select `image` and `edge_kernel`, right-click, Convolve Selection. Hold Alt to select in two places. Or put the caret
into a matrix and right-click. Rest the pointer on a matrix to see the sizes it gives.
"""

image = [
    [1, 2, 3, 0, 1],
    [0, 1, 2, 3, 1],
    [1, 0, 1, 2, 0],
    [2, 1, 0, 1, 2],
    [1, 2, 1, 0, 1],
]

edge_kernel = [
    [1, 0, -1],
    [1, 0, -1],
    [1, 0, -1],
]

stairs = [
    [0, 0, 0, 0, 8],
    [0, 0, 0, 8, 8],
    [0, 0, 8, 8, 8],
    [0, 8, 8, 8, 8],
    [8, 8, 8, 8, 8],
]

sobel_y = [
    [-1, -2, -1],
    [0, 0, 0],
    [1, 2, 1],
]

# Bright where the picture climbs from the lower left to the upper right.
diagonal_kernel = [
    [-1, -1, 2],
    [-1, 2, -1],
    [2, -1, -1],
]

sharpen = [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]

# An even kernel has no middle: with padding "same" one side gets a row more than the other.
box_filter = [[1, 1], [1, 1]]

# A wave along one row.
wave = [[0, 3, 5, 3, 0, -3, -5, -3, 0]]
slope_kernel = [[-1, 0, 1]]
