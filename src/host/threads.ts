import type * as vscode from 'vscode';
import type { ConvolveThread } from './computation';
import { Exporter } from './exporter';
import { FileReader } from './fileReader';
import { JobThread } from './jobThread';
import { LessonReader } from './lessonReader';
import type { NetworkThread } from './networkComputation';
import { PictureCache } from './pictureCache';
import { startThread } from './startThread';
import { TextReader } from './textReader';
import type { ThreadEvents } from './thread';

/** The threads beside the extension host's own; each starts with its first job. */
export interface Threads extends vscode.Disposable {
  readonly convolving: ConvolveThread;
  /** Reads on a thread of its own, since a reader cannot stop in between and would keep a map waiting. */
  readonly reader: TextReader;
  /** Keeps what it has read of the layers in texts; a hover there must not wait for a matrix. */
  readonly layers: TextReader;
  readonly files: FileReader;
  /** The pictures of what the threads have read and computed. */
  readonly pictures: PictureCache;
  readonly networks: NetworkThread;
  readonly exporter: Exporter;
  readonly lessons: LessonReader;
}

/** A step of reading layers may take so long in a large text; another thread would have to read everything anew. */
const layersPatience = 2000;

/** Makes the threads' places; nothing runs yet. */
export function makeThreads(extensionUri: vscode.Uri): Threads {
  const start = (events: ThreadEvents) => startThread(extensionUri, events);
  const convolving: ConvolveThread = new JobThread(start);
  const reader = new TextReader(new JobThread(start));
  const layers = new TextReader(new JobThread(start, layersPatience));
  const pictures = new PictureCache();
  const files = new FileReader(new JobThread(start), pictures);
  const networks: NetworkThread = new JobThread(start);
  const exporter = new Exporter(new JobThread(start));
  const lessons = new LessonReader(new JobThread(start));
  return {
    convolving,
    reader,
    layers,
    files,
    pictures,
    networks,
    exporter,
    lessons,
    dispose: () => {
      convolving.dispose();
      reader.dispose();
      layers.dispose();
      files.dispose();
      networks.dispose();
      exporter.dispose();
      lessons.dispose();
    },
  };
}
