"""The process of one peer in Python, named last: the same lines of JSON as servePeer.mjs."""

import json
import sys
import time

import numpy as np


def prepare_numpy(workload, image, kernel):
    """The textbook's loop: one product of arrays and one sum a cell."""
    span = workload["dilation"] * (len(kernel) - 1) + 1
    step = workload["dilation"]

    def run():
        padded = np.pad(image, workload["padding"])
        output = np.empty_like(image)
        for row in range(output.shape[0]):
            for col in range(output.shape[1]):
                output[row, col] = np.sum(padded[row : row + span : step, col : col + span : step] * kernel)
        return output

    return run


def dilated(workload, kernel):
    step = workload["dilation"]
    size = step * (len(kernel) - 1) + 1
    spread = np.zeros((size, size), kernel.dtype)
    spread[::step, ::step] = kernel
    return spread


def load_correlate2d():
    from scipy.signal import correlate2d

    def prepare(workload, image, kernel):
        spread = dilated(workload, kernel)
        return lambda: correlate2d(image, spread, "same")

    return prepare


def load_ndimage():
    from scipy.ndimage import correlate

    def prepare(workload, image, kernel):
        spread = dilated(workload, kernel)
        return lambda: correlate(image, spread, mode="constant")

    return prepare


def load_fftconvolve():
    from scipy.signal import fftconvolve

    def prepare(workload, image, kernel):
        turned = dilated(workload, kernel)[::-1, ::-1]
        return lambda: fftconvolve(image, turned, "same")

    return prepare


def load_opencv(is_kept=False):
    import cv2

    cv2.setNumThreads(1)

    def prepare(workload, image, kernel):
        spread = dilated(workload, kernel)
        output = np.zeros_like(image) if is_kept else None
        return lambda: cv2.filter2D(image, -1, spread, dst=output, borderType=cv2.BORDER_CONSTANT)

    return prepare


def load_torch():
    import torch

    torch.set_num_threads(1)
    torch.set_grad_enabled(False)
    conv2d = torch.nn.functional.conv2d

    def prepare(workload, image, kernel):
        picture = torch.from_numpy(image.reshape(workload["shape"]))
        weights = torch.from_numpy(kernel.reshape(workload["kernelShape"]))
        stride, padding, dilation = workload["stride"], workload["padding"], workload["dilation"]
        return lambda: conv2d(picture, weights, None, stride, padding, dilation).numpy()

    return prepare


loaders = {
    "numpy": lambda: prepare_numpy,
    "correlate2d": load_correlate2d,
    "ndimage": load_ndimage,
    "fftconvolve": load_fftconvolve,
    "opencv": load_opencv,
    "opencv-kept": lambda: load_opencv(is_kept=True),
    "torch": load_torch,
}


def load(name):
    """The preparation of a peer; where its library is missing, one that says so when it is asked."""
    try:
        return loaders[name]()
    except Exception as error:
        failure = error

        def fail(*_):
            raise failure

        return fail


class Peer:
    def __init__(self, prepare_run):
        self.prepare_run = prepare_run

    def prepare(self, precision, workload, inputFile, kernelFile, resultFile, options=None):
        image = np.fromfile(inputFile, np.float32).astype(precision)
        kernel = np.fromfile(kernelFile, np.float32).astype(precision)
        if workload["shape"][1] == 1:
            image = image.reshape(workload["shape"][2:])
            kernel = kernel.reshape(workload["kernelShape"][2:])
        self.run = self.prepare_run(workload, image, kernel)
        self.calls_per_sample = 1
        start = time.perf_counter()
        output = self.run()
        milliseconds = (time.perf_counter() - start) * 1000
        output.tofile(resultFile)
        return {"precision": str(output.dtype), "milliseconds": milliseconds}

    def warmUp(self, milliseconds, sample):
        calls = 0
        passed = 0.0
        start = time.perf_counter()
        while passed < milliseconds or calls < 2:
            self.time(1)
            calls += 1
            passed = (time.perf_counter() - start) * 1000
        per_call = self.time(max(1, calls // 8))
        self.calls_per_sample = max(1, round(sample / per_call))
        return {}

    def slice(self, milliseconds):
        samples = []
        start = time.perf_counter()
        while True:
            samples.append(self.time(self.calls_per_sample))
            if (time.perf_counter() - start) * 1000 >= milliseconds:
                return {"samples": samples}

    def time(self, calls):
        """Milliseconds of one call, on average over some."""
        run = self.run
        start = time.perf_counter()
        for _ in range(calls):
            run()
        return (time.perf_counter() - start) * 1000 / calls


def serve():
    peer = Peer(load(sys.argv[1]))
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = getattr(peer, request.pop("ask"))(**request)
        except Exception as error:
            answer = {"failure": f"{type(error).__name__}: {error}"}
        print("answer", json.dumps(answer), flush=True)


if __name__ == "__main__":
    serve()
