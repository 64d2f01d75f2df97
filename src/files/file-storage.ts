import type { Readable } from 'node:stream';

/** Where contents lie, each under its SHA-256. On disk here; an S3-compatible store is another class with these four methods. */
export abstract class FileStorage {
  /** Copies a local file into the storage; a content that is there already stays as it is. */
  abstract put(sha256: string, path: string): Promise<void>;
  /** The content as a stream; rejects when it is not there. */
  abstract open(sha256: string): Promise<Readable>;
  abstract remove(sha256: string): Promise<void>;
  abstract list(): AsyncIterable<string>;
}
