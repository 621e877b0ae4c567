import assert from 'node:assert/strict';
import { matrixOf } from '../../../src/engine/tensor';
import type { Shown } from '../../../src/host/snapshotOf';
import { SnapshotSender } from '../../../src/host/snapshotSender';
import type { ToView } from '../../../src/protocol/lens';
import { startHistory } from '../../../src/session/history';
import { draftSession } from '../../../src/session/start';
import { translator } from '../../../src/words/translate';

const kernel = matrixOf([[1, 0, -1]]);
const large = { shape: [400, 300] as const, data: Float64Array.from({ length: 120_000 }, (_, i) => i) };

function shown(revision: number, more: Partial<Shown> = {}): Shown {
  const history = startHistory(draftSession());
  const nothing = { output: undefined, progress: undefined, cancelled: false, seconds: undefined };
  return { history, state: history.present, revision, subject: 1, input: large, kernel, ...nothing, ...more };
}

function view() {
  const posted: ToView[] = [];
  const sender = new SnapshotSender((message) => posted.push(message), translator({}));
  const of = <T extends ToView['type']>(type: T) =>
    posted.filter((message): message is Extract<ToView, { type: T }> => message.type === type);
  const revisions = () => of('snapshot').map(({ snapshot }) => snapshot.revision);
  return { sender, posted, of, revisions };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** Long enough for what is ready to be sent. */
function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}

describe('SnapshotSender', () => {
  it('sends nothing before a view has loaded, and then everything', async () => {
    const { sender, posted, revisions } = view();
    sender.send(shown(1));
    await moment();
    assert.deepEqual(posted, []);
    sender.open();
    await until(() => revisions().length === 1);
    assert.deepEqual(
      posted.map(({ type }) => type),
      ['picture', 'matrix', 'snapshot'],
    );
    sender.dispose();
  });

  it('has one snapshot on its way, and after it only the newest', async () => {
    const { sender, revisions } = view();
    sender.open();
    sender.send(shown(1));
    await until(() => revisions().length === 1);
    for (const revision of [2, 3, 4]) sender.send(shown(revision));
    await moment();
    assert.deepEqual(revisions(), [1]);
    sender.acknowledge(1);
    await until(() => revisions().length === 2);
    assert.deepEqual(revisions(), [1, 4]);
    sender.dispose();
  });

  it('is settled once what was sent is painted, and at once where nobody looks', async () => {
    const { sender, revisions } = view();
    sender.send(shown(1));
    await sender.settled();
    sender.open();
    let isSettled = false;
    const settling = sender.settled().then(() => {
      isSettled = true;
    });
    await until(() => revisions().length === 1);
    assert.equal(isSettled, false);
    sender.acknowledge(1);
    await settling;
    sender.dispose();
  });

  it('goes on when a view never answers', async () => {
    const { sender, revisions } = view();
    sender.open();
    sender.send(shown(1));
    sender.send(shown(2));
    await until(() => revisions().includes(2));
    sender.dispose();
  });

  it('lets each matrix cross once, and a picture again when a finer one is shown', async () => {
    const { sender, of, revisions } = view();
    const painted = async (count: number) => {
      await until(() => revisions().length === count);
      sender.acknowledge(revisions().at(-1) ?? 0);
    };
    sender.open();
    sender.resize('input', 100);
    sender.send(shown(1));
    await painted(1);
    sender.send(shown(2));
    await painted(2);
    assert.equal(of('picture').length, 1);
    sender.resize('input', 200);
    await painted(3);
    sender.resize('input', 150);
    await moment();
    assert.equal(revisions().length, 3);
    assert.deepEqual(
      of('picture').map(({ picture }) => [picture.rows, picture.cols]),
      [
        [100, 75],
        [200, 150],
      ],
    );
    assert.equal(of('matrix').length, 1);
    sender.dispose();
  });

  it('answers with the exact numbers of a region, of what it has sent alone', async () => {
    const { sender, of, revisions } = view();
    sender.open();
    sender.send(shown(1));
    await until(() => revisions().length === 1);
    const id = of('picture')[0]!.id;
    sender.sendRegion('m99', { row: 0, col: 0, rows: 2, cols: 2 });
    sender.sendRegion(id, { row: 398, col: -1, rows: 9, cols: 3 });
    assert.deepEqual(of('region'), [
      {
        type: 'region',
        id,
        window: { row: 398, col: 0, rows: 2, cols: 2 },
        data: Float64Array.of(119_400, 119_401, 119_700, 119_701),
      },
    ]);
    sender.dispose();
  });

  it('sends the session to be saved once things are at rest', async () => {
    const { sender, of, revisions } = view();
    sender.open();
    sender.send(shown(1));
    await until(() => revisions().length === 1);
    assert.equal(of('saved').length, 0);
    sender.acknowledge(1);
    await until(() => of('saved').length === 1);
    sender.dispose();
  });
});
