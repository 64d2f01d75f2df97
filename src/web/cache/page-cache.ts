import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/index.js';
import { Clock } from '../../kernel/index.js';
import { KeptPage } from './kept-page.js';

const MEGABYTE = 1024 * 1024;
/** Pages say "3 days left": even without any change they are rendered again. */
const EXPIRES_AFTER_MS = 60_000;

/**
 * The pages that visitors see, as they were rendered last. A process keeps nothing unless it hears of changes (see PageNews):
 * `open` and `close` say whether it does.
 */
@Injectable()
export class PageCache {
  private readonly pages = new Map<string, KeptPage>();
  private readonly rendering = new Map<string, Promise<void>>();
  private readonly mostBytes: number;
  private bytes = 0;
  private isOpen = false;
  private age = 0;

  constructor(
    settings: Settings,
    private readonly clock: Clock,
  ) {
    this.mostBytes = settings.pageCacheMegabytes * MEGABYTE;
  }

  /** Changes with every change of the data: what was begun in one generation is not kept in the next. */
  get generation(): number {
    return this.age;
  }

  get size(): { pages: number; bytes: number } {
    return { pages: this.pages.size, bytes: this.bytes };
  }

  get isInUse(): boolean {
    return this.isOpen && this.mostBytes > 0;
  }

  find(key: string): KeptPage | null {
    const page = this.pages.get(key);
    if (!page) return null;
    this.drop(key, page);
    if (page.expiresAt <= this.clock.now().getTime()) return null;
    this.put(key, page);
    return page;
  }

  /** Keeps a page that began to be rendered in a generation; null when something has changed since. */
  keep(key: string, type: string, body: Buffer, generation: number): KeptPage | null {
    if (!this.isInUse || generation !== this.age) return null;
    const page = new KeptPage(type, body, this.clock.now().getTime() + EXPIRES_AFTER_MS);
    const former = this.pages.get(key);
    if (former) this.drop(key, former);
    this.put(key, page);
    for (const [oldest, old] of this.pages) {
      if (this.bytes <= this.mostBytes) break;
      this.drop(oldest, old);
    }
    return page;
  }

  /** Something changed: everything is rendered again when it is next asked for. */
  forget(): void {
    this.age++;
    this.pages.clear();
    this.rendering.clear();
    this.bytes = 0;
  }

  open(): void {
    this.forget();
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
    this.forget();
  }

  /** Resolves when the page that another request is rendering is ready; null when nobody is rendering it. */
  rendered(key: string): Promise<void> | null {
    return this.rendering.get(key) ?? null;
  }

  /** Tells the others that this page is being rendered; answers with the way to tell them that it is done. */
  begin(key: string): () => void {
    let done = (): void => {};
    const promise = new Promise<void>((resolve) => (done = resolve));
    this.rendering.set(key, promise);
    return () => {
      if (this.rendering.get(key) === promise) this.rendering.delete(key);
      done();
    };
  }

  private put(key: string, page: KeptPage): void {
    this.pages.set(key, page);
    this.bytes += page.bytes + key.length;
  }

  private drop(key: string, page: KeptPage): void {
    this.pages.delete(key);
    this.bytes -= page.bytes + key.length;
  }
}
