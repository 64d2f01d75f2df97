import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Styles (one file, in the order of order.json), scripts and icons, read once, compressed once, under addresses that change with their content. */
export class Assets {
  readonly css: string;
  readonly js: string;
  readonly icons: string;
  private readonly byPath = new Map<string, Asset>();

  constructor(folder: string) {
    const styles = JSON.parse(fs.readFileSync(path.join(folder, 'styles/order.json'), 'utf8')) as string[];
    const css = Buffer.concat(styles.map((name) => fs.readFileSync(path.join(folder, 'styles', name))));
    this.css = `/assets/${version([css])}/site.css`;
    this.byPath.set(this.css, assetOf('.css', css));
    this.js = `${this.addFolder(path.join(folder, 'scripts'))}/main.js`;
    this.icons = this.addFolder(path.join(folder, 'icons'));
  }

  find(address: string): Asset | undefined {
    return this.byPath.get(address);
  }

  private addFolder(folder: string): string {
    const files = fs.readdirSync(folder).filter((name) => path.extname(name) in TYPES);
    const bodies = files.map((name) => fs.readFileSync(path.join(folder, name)));
    const base = `/assets/${version(bodies)}`;
    files.forEach((name, i) => this.byPath.set(`${base}/${name}`, assetOf(path.extname(name), bodies[i]!)));
    return base;
  }
}

function version(bodies: readonly Buffer[]): string {
  const hash = createHash('sha256');
  for (const body of bodies) hash.update(body);
  return hash.digest('hex').slice(0, 12);
}

function assetOf(extension: string, body: Buffer): Asset {
  return { type: TYPES[extension]!, body, gzip: gzipSync(body, { level: 9 }), brotli: brotliCompressSync(body) };
}
