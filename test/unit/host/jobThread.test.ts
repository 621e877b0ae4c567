import assert from 'node:assert/strict';
import type { FromThread, ToThread } from '../../../src/engine/worker/jobPort';
import { JobError, JobThread } from '../../../src/host/jobThread';
import type { ThreadEvents } from '../../../src/host/thread';

interface Started {
  readonly events: ThreadEvents;
  readonly got: ToThread<string>[];
  isStopped: boolean;
  readonly say: (message: FromThread<string>) => void;
}

/** Threads that do nothing by themselves; what they say is said by the test. */
function threads({ fails = false } = {}) {
  const started: Started[] = [];
  const jobs = new JobThread<string, string>(async (events) => {
    if (fails) throw new Error('no threads here');
    const thread: Started = { events, got: [], isStopped: false, say: (message) => events.message(message) };
    started.push(thread);
    return {
      post: (message) => thread.got.push(message as ToThread<string>),
      stop: () => {
        thread.isStopped = true;
      },
    };
  });
  return { jobs, started };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function ready(started: readonly Started[]): Promise<Started> {
  await settled();
  const thread = started.at(-1);
  assert.ok(thread, 'no thread was started');
  thread.say({ type: 'ready' });
  await settled();
  return thread;
}

const order = (owner: number, request: string) => ({ owner, request: () => request });

describe('JobThread', () => {
  it('starts a thread with the first job, and sends once it listens', async () => {
    const { jobs, started } = threads();
    await settled();
    assert.equal(started.length, 0);
    const { result } = jobs.run(order(1, 'a'));
    await settled();
    assert.deepEqual(started[0]?.got, []);
    const thread = await ready(started);
    assert.deepEqual(thread.got, [{ type: 'job', id: 1, owner: 1, request: 'a' }]);
    thread.say({ type: 'done', id: 1, result: 'A' });
    assert.equal(await result, 'A');
    jobs.run(order(1, 'b'));
    await settled();
    assert.equal(started.length, 1);
  });

  it('starts a thread before its first job where one is to come', async () => {
    const { jobs, started } = threads();
    jobs.prepare();
    jobs.prepare();
    const thread = await ready(started);
    jobs.run(order(1, 'a'));
    await settled();
    assert.deepEqual(thread.got, [{ type: 'job', id: 1, owner: 1, request: 'a' }]);
    assert.equal(started.length, 1);
    jobs.dispose();
    await settled();
    assert.ok(thread.isStopped);
  });

  it("gives up an owner's older job for the newer one, and no other's", async () => {
    const { jobs, started } = threads();
    const older = jobs.run(order(1, 'a'));
    const others = jobs.run(order(2, 'b'));
    const newer = jobs.run(order(1, 'c'));
    assert.equal(await older.result, undefined);
    const thread = await ready(started);
    assert.deepEqual(
      thread.got.map((message) => message.type === 'job' && message.request),
      ['b', 'c'],
    );
    thread.say({ type: 'done', id: 2, result: 'B' });
    thread.say({ type: 'done', id: 3, result: 'C' });
    assert.deepEqual([await others.result, await newer.result], ['B', 'C']);
  });

  it('cancels at once, whatever the thread does', async () => {
    const { jobs, started } = threads();
    const { result, cancel } = jobs.run(order(1, 'a'));
    const thread = await ready(started);
    cancel();
    assert.equal(await result, undefined);
    await settled();
    assert.deepEqual(thread.got.at(-1), { type: 'cancel', id: 1 });
    thread.say({ type: 'stopped', id: 1 });
    await later(200);
    assert.equal(thread.isStopped, false);
  });

  it('replaces a thread that does not stop, and begins again there what is still wanted', async () => {
    const { jobs, started } = threads();
    const lives: number[] = [];
    const stuck = jobs.run(order(1, 'a'));
    const wanted = jobs.run({
      owner: 2,
      request: (life) => {
        lives.push(life);
        return 'b';
      },
    });
    const first = await ready(started);
    stuck.cancel();
    await later(200);
    assert.equal(first.isStopped, true);
    const second = await ready(started);
    assert.notEqual(second, first);
    assert.deepEqual(second.got, [{ type: 'job', id: 2, owner: 2, request: 'b' }]);
    assert.equal(new Set(lives).size, 2);
    first.say({ type: 'done', id: 2, result: 'of another life' });
    second.say({ type: 'done', id: 2, result: 'B' });
    assert.equal(await wanted.result, 'B');
  });

  it('tells the progress of a job that is wanted', async () => {
    const { jobs, started } = threads();
    const shares: number[] = [];
    const { cancel } = jobs.run({ ...order(1, 'a'), tell: (share) => shares.push(share) });
    const thread = await ready(started);
    thread.say({ type: 'progress', id: 1, share: 0.25 });
    cancel();
    thread.say({ type: 'progress', id: 1, share: 0.5 });
    thread.say({ type: 'stopped', id: 1 });
    assert.deepEqual(shares, [0.25]);
  });

  it('rejects what has failed with the reason', async () => {
    const { jobs, started } = threads();
    const { result } = jobs.run(order(1, 'a'));
    const thread = await ready(started);
    thread.say({ type: 'failed', id: 1, failure: { kind: 'memory', reason: 'too much' } });
    await assert.rejects(result, (error) => error instanceof JobError && error.failure.kind === 'memory');
  });

  it('rejects everything when the thread ends, and starts another for what comes next', async () => {
    const { jobs, started } = threads();
    const lost = [jobs.run(order(1, 'a')), jobs.run(order(2, 'b'))];
    const thread = await ready(started);
    thread.events.ended('it crashed');
    for (const { result } of lost) {
      await assert.rejects(result, (error) => error instanceof JobError && error.failure.kind === 'thread');
    }
    const next = jobs.run(order(1, 'c'));
    const another = await ready(started);
    assert.deepEqual(another.got, [{ type: 'job', id: 3, owner: 1, request: 'c' }]);
    thread.events.ended('said once more');
    another.say({ type: 'done', id: 3, result: 'C' });
    assert.equal(await next.result, 'C');
  });

  it('rejects where no thread can be started, and does not hang', async () => {
    const { jobs } = threads({ fails: true });
    await assert.rejects(jobs.run(order(1, 'a')).result, (error) => error instanceof JobError);
    await assert.rejects(jobs.run(order(1, 'b')).result, (error) => error instanceof JobError);
  });

  it('rejects a request that cannot be made for want of memory, and goes on', async () => {
    const { jobs, started } = threads();
    const { result } = jobs.run({
      owner: 1,
      request: () => {
        throw new RangeError('Array buffer allocation failed');
      },
    });
    const next = jobs.run(order(2, 'b'));
    const failed = assert.rejects(result, (error) => error instanceof JobError && error.failure.kind === 'memory');
    const thread = await ready(started);
    await failed;
    thread.say({ type: 'done', id: 2, result: 'B' });
    assert.equal(await next.result, 'B');
  });

  it('ends its thread when it is disposed, also one that is still starting', async () => {
    const { jobs, started } = threads();
    const { result } = jobs.run(order(1, 'a'));
    jobs.dispose();
    assert.equal(await result, undefined);
    await settled();
    assert.equal(started[0]?.isStopped, true);
  });
});
