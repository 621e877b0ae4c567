import assert from 'node:assert/strict';
import type { FromThread } from '../../../../src/engine/worker/jobPort';
import type { JobOutcome } from '../../../../src/engine/worker/serveJobs';
import { type FakeThread, fakeThread } from './support';

interface Count {
  readonly name: string;
  readonly steps: number;
  /** Milliseconds of a step. */
  readonly each?: number;
  readonly throws?: unknown;
}

/** Counts on a fake thread, and remembers which job made which step. */
function counting() {
  const steps: string[] = [];
  const ended: string[] = [];
  const released: number[] = [];
  const thread: FakeThread<Count, string> = fakeThread<Count, string>(() => ({
    begin: (_, request) => {
      if (request.steps === 0) throw request.throws;
      return count(request);
    },
    release: (owner) => released.push(owner),
  }));
  function* count({ name, steps: all, each = 2, throws }: Count): Generator<number, JobOutcome<string>> {
    try {
      for (let done = 1; done <= all; done++) {
        thread.now += each;
        steps.push(name);
        yield done / all;
      }
      if (throws) throw throws;
      return { result: name, moved: [] };
    } finally {
      ended.push(name);
    }
  }
  const run = (id: number, owner: number, request: Count) => thread.send({ type: 'job', id, owner, request });
  return { thread, run, steps, ended, released };
}

function of(posted: readonly FromThread<string>[], id: number) {
  return posted.filter((message) => 'id' in message && message.id === id);
}

describe('serveJobs(port, work, clock)', () => {
  it('says first that it listens', () => {
    assert.deepEqual(counting().thread.posted, [{ type: 'ready' }]);
  });

  it('posts the result of a job, once', async () => {
    const { thread, run } = counting();
    run(7, 1, { name: 'a', steps: 30 });
    await thread.rest();
    assert.deepEqual(
      of(thread.posted, 7).filter(({ type }) => type !== 'progress'),
      [{ type: 'done', id: 7, result: 'a' }],
    );
  });

  it('tells how far a long job is, about ten times a second, and a short one not at all', async () => {
    const { thread, run } = counting();
    run(1, 1, { name: 'short', steps: 20 });
    await thread.rest();
    assert.deepEqual(of(thread.posted, 1).length, 1);
    run(2, 1, { name: 'long', steps: 500 });
    await thread.rest();
    const shares = of(thread.posted, 2).flatMap((message) => (message.type === 'progress' ? [message.share] : []));
    assert.ok(shares.length >= 8 && shares.length <= 10, `${shares.length} times in a second`);
    assert.ok(shares.every((share, i) => share > (shares[i - 1] ?? 0) && share <= 1));
  });

  it("stops an owner's older job for the newer one", async () => {
    const { thread, run, steps, ended } = counting();
    run(1, 1, { name: 'old', steps: 1000 });
    await thread.nextTurn();
    run(2, 1, { name: 'new', steps: 10 });
    const before = steps.filter((name) => name === 'old').length;
    await thread.rest();
    assert.equal(steps.filter((name) => name === 'old').length, before);
    assert.deepEqual(ended, ['old', 'new']);
    assert.deepEqual(of(thread.posted, 1), [{ type: 'stopped', id: 1 }]);
    assert.deepEqual(of(thread.posted, 2), [{ type: 'done', id: 2, result: 'new' }]);
  });

  it('stops a cancelled job within the turn, which is a few milliseconds', async () => {
    const { thread, run } = counting();
    run(1, 1, { name: 'a', steps: 1000 });
    await thread.nextTurn();
    const at = thread.now;
    thread.send({ type: 'cancel', id: 1 });
    await thread.rest();
    assert.ok(thread.now - at < 10, `${thread.now - at} ms`);
    assert.deepEqual(of(thread.posted, 1), [{ type: 'stopped', id: 1 }]);
  });

  it('looks for messages at least every few milliseconds', async () => {
    const { thread, run } = counting();
    run(1, 1, { name: 'a', steps: 1000, each: 1 });
    run(2, 2, { name: 'b', steps: 1000, each: 1 });
    for (let turn = 0; turn < 50; turn++) {
      const at = thread.now;
      await thread.nextTurn();
      assert.ok(thread.now - at <= 5, `${thread.now - at} ms`);
    }
  });

  it('shares the time between owners fairly, whatever the size of their jobs', async () => {
    const { thread, run, steps } = counting();
    run(1, 1, { name: 'panel', steps: 10_000 });
    run(2, 2, { name: 'playground', steps: 20 });
    while (!steps.includes('playground') || of(thread.posted, 2).length === 0) await thread.nextTurn();
    assert.ok(steps.filter((name) => name === 'panel').length <= 24);
    thread.send({ type: 'cancel', id: 1 });
    await thread.rest();
  });

  it('lets a job that throws fail alone, and says whether memory was missing', async () => {
    const { thread, run } = counting();
    run(1, 1, { name: 'a', steps: 5, throws: new RangeError('too much') });
    run(2, 2, { name: 'b', steps: 5, throws: new Error('broken') });
    run(3, 3, { name: 'c', steps: 0, throws: new Error('at once') });
    run(4, 4, { name: 'd', steps: 5 });
    await thread.rest();
    const failed = thread.posted.flatMap((message) => (message.type === 'failed' ? [message] : []));
    assert.deepEqual(failed.map(({ id, failure: { kind } }) => [id, kind]).sort(), [
      [1, 'memory'],
      [2, 'fault'],
      [3, 'fault'],
    ]);
    assert.deepEqual(of(thread.posted, 4), [{ type: 'done', id: 4, result: 'd' }]);
  });

  it('forgets an owner that is gone, and its job', async () => {
    const { thread, run, released } = counting();
    run(1, 5, { name: 'a', steps: 1000 });
    await thread.nextTurn();
    thread.send({ type: 'release', owner: 5 });
    await thread.rest();
    assert.deepEqual(released, [5]);
    assert.deepEqual(of(thread.posted, 1), [{ type: 'stopped', id: 1 }]);
  });
});
