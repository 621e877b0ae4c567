/**
 * A Python text of so many lines at least, as model files have them: blocks of layers, helpers and docstrings.
 *
 * @param {number} lines
 */
export function modelFile(lines) {
  const head = [
    'import numpy as np',
    'import torch',
    'import torch.nn as nn',
    'import torch.nn.functional as F',
    '',
    '',
  ];
  const text = [...head];
  for (let count = 0; text.length < lines; count++) text.push(...block(count));
  return `${text.join('\n')}\n`;
}

/** @param {number} count */
function block(count) {
  return `class Block${count}(nn.Module):
    """A stem of two convolutions and a classifier, number ${count}."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3)
        self.bn1 = nn.BatchNorm2d(64)
        self.conv2 = nn.Conv2d(64, 128, 3, padding=1)
        self.pool = nn.MaxPool2d(3, 2, ceil_mode=True)
        self.fc = nn.Linear(128 * 28 * 28, 10)

    # input: 3x224x224
    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        x = self.pool(x)
        x = self.pool(F.relu(self.conv2(x)))
        x = torch.flatten(x, 1)
        return self.fc(x)


def train_${count}(data, rate=0.${count + 1}, epochs=${count}):
    losses = []
    for epoch in range(epochs):
        for batch in data:
            loss = np.mean((batch - rate * epoch) ** 2)
            losses.append(loss / (1 + len(batch)))
        if epoch % 10 == 0:
            print("epoch {} loss {:.4f}".format(epoch, losses[-1]))
    return {"losses": losses, "rate": rate, "last": losses[-1] if losses else None}

`.split('\n');
}
