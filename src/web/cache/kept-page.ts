import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

type Encoding = 'br' | 'gzip' | null;

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** One rendered page, compressed once. */
export class KeptPage {
  readonly etag: string;
  private readonly gzip: Buffer;
  private readonly brotli: Buffer;

  constructor(
    readonly type: string,
    private readonly plain: Buffer,
    readonly expiresAt: number,
  ) {
    this.etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    this.gzip = gzipSync(plain);
    this.brotli = brotliCompressSync(plain, BROTLI);
  }

  get bytes(): number {
    return this.plain.length + this.gzip.length + this.brotli.length;
  }

  body(encoding: Encoding): Buffer {
    return encoding === 'br' ? this.brotli : encoding === 'gzip' ? this.gzip : this.plain;
  }

  /** Whether the browser has this very page already. */
  isKnownBy(ifNoneMatch: string | undefined): boolean {
    return ifNoneMatch !== undefined && ifNoneMatch.split(',').some((tag) => tag.trim() === this.etag);
  }
}

export function encodingFor(accepted: string | undefined): Encoding {
  const offers = (accepted ?? '').split(',').map((offer) => offer.trim());
  const accepts = (name: string) =>
    offers.some((offer) => offer === name || (offer.startsWith(`${name};`) && !/;\s*q=0(\.0*)?$/.test(offer)));
  return accepts('br') ? 'br' : accepts('gzip') ? 'gzip' : null;
}
