import assert from 'node:assert/strict';
import { onlyLiteral, onlyProblem, shown } from '../support';

// Expected values: PyTorch 1.13.1 ran each text.
describe('what PyTorch builds', () => {
  const read: readonly (readonly [string, string])[] = [
    ['torch.tensor([[1., 2.], [3., 4.]]).flip(0)', '- 2x2: 3 4 1 2'],
    ['torch.flip(torch.tensor([[1., 2.], [3., 4.]]), dims=[1])', '- 2x2: 2 1 4 3'],
    ['torch.flip(torch.tensor([[1, 2], [3, 4]]), [0, 1])', '- 2x2: 4 3 2 1'],
    ['torch.tensor([[1, 2], [3, 4]]).float()', '- 2x2: 1 2 3 4'],
    ['torch.tensor([[1, 2], [3, 4]]).t()', '- 2x2: 1 3 2 4'],
    ['torch.tensor([[1, 2, 3], [4, 5, 6]]).transpose(0, 1)', '- 3x2: 1 4 2 5 3 6'],
    ['torch.arange(8).reshape(2, 2, 2).permute(2, 0, 1)', '- 2x2x2: 0 2 4 6 1 3 5 7'],
    ['torch.arange(9.).view(1, 1, 3, 3)', '- 1x1x3x3: 0 1 2 3 4 5 6 7 8'],
    [
      'torch.ones(3, 3) / 9',
      '- 3x3: 0.1111111119389534 0.1111111119389534 0.1111111119389534 0.1111111119389534 0.1111111119389534 0.1111111119389534 0.1111111119389534 0.1111111119389534 0.1111111119389534',
    ],
    ['torch.eye(3)', '- 3x3: 1 0 0 0 1 0 0 0 1'],
    ['torch.full((2, 2), 0.5)', '- 2x2: 0.5 0.5 0.5 0.5'],
    ['torch.zeros(2, 3)', '- 2x3: 0 0 0 0 0 0'],
    ['torch.tensor([[1, 2], [3, 4]]) @ torch.tensor([[1, 0], [0, 1]])', '- 2x2: 1 2 3 4'],
    ['torch.tensor([[1., 2.]]).unsqueeze(0).squeeze()', '- 2: 1 2'],
    ['torch.stack([torch.tensor([1, 2]), torch.tensor([3, 4])])', '- 2x2: 1 2 3 4'],
    ['torch.cat((torch.zeros(1, 2), torch.ones(1, 2)), dim=0)', '- 2x2: 0 0 1 1'],
    ['torch.cat([torch.eye(2), torch.eye(2)], 1)', '- 2x4: 1 0 1 0 0 1 0 1'],
    ['torch.tensor([[1, 2], [3, 4]]).repeat(2, 2)', '- 4x4: 1 2 1 2 3 4 3 4 1 2 1 2 3 4 3 4'],
    ['torch.tensor([1, 2]).repeat_interleave(2)', '- 4: 1 1 2 2'],
    ['torch.outer(torch.tensor([1., 2., 1.]), torch.tensor([1., 0., -1.]))', '- 3x3: 1 0 -1 2 0 -2 1 0 -1'],
    ['torch.tensor([[1, 2], [3, 4]]) / 4', '- 2x2: 0.25 0.5 0.75 1'],
    ['torch.tensor([1., 2., 1.]).view(3, 1) * torch.tensor([1., 2., 1.])', '- 3x3: 1 2 1 2 4 2 1 2 1'],
    ['torch.tensor([[1, 2], [3, 4]]).to(torch.float32)', '- 2x2: 1 2 3 4'],
    ['torch.tensor([[1, 2], [3, 4]], dtype=torch.float64).mul(2)', '- 2x2: 2 4 6 8'],
    ['torch.tensor([[1, 2], [3, 4]]).div(2)', '- 2x2: 0.5 1 1.5 2'],
    ['torch.tensor([[1, 2], [3, 4]]).flatten()', '- 4: 1 2 3 4'],
    ['torch.tensor([[0.1, 0.2]]) * 3', '- 1x2: 0.30000001192092896 0.6000000238418579'],
    ['torch.tril(torch.ones(3, 3))', '- 3x3: 1 0 0 1 1 0 1 1 1'],
    ['torch.diag(torch.tensor([1, 2]))', '- 2x2: 1 0 0 2'],
  ];
  for (const [text, expected] of read) {
    it(`${text} is computed`, () => assert.equal(shown(onlyLiteral(text, 'python')), expected));
  }

  const refused: readonly (readonly [string, string])[] = [
    ['torch.rot90(torch.tensor([[1, 2], [3, 4]]), 1, [0, 1])', 'unsupported'],
  ];
  for (const [text, code] of refused) {
    it(`${text} is refused`, () => assert.equal(onlyProblem(text, 'python').problem, code));
  }
});
