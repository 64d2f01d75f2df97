import { once } from 'node:events';
import http from 'node:http';
import os from 'node:os';
import fs from 'node:fs';

const PIECE = Buffer.alloc(256 * 1024, 'x');

export interface Sent {
  readonly status: number;
  readonly text: string;
}

interface Upload {
  readonly address: string;
  readonly token: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly megabytes: number;
  /** Stops after so many, and hangs up once `when` has come. */
  readonly hangsUp?: { readonly after: number; readonly when: () => Promise<unknown> };
}

/** Sends a form with a large file as a browser does: piece by piece, as fast as the server takes it. */
export async function upload(
  origin: string,
  { address, token, fields, megabytes, hangsUp }: Upload,
): Promise<Sent | null> {
  const head = Object.entries(fields).map(
    ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file =
    '--x\r\ncontent-disposition: form-data; name="files"; filename="录像.pdf"\r\ncontent-type: application/pdf\r\n\r\n';
  const request = http.request(origin + address, {
    method: 'POST',
    headers: {
      'content-type': 'multipart/form-data; boundary=x',
      'sec-fetch-site': 'same-origin',
      cookie: `session=${token}`,
    },
  });
  const answer = new Promise<Sent | null>((resolve) => {
    request
      .on('error', () => resolve(null))
      .on('response', async (response) => {
        let text = '';
        for await (const piece of response) text += String(piece);
        resolve({ status: response.statusCode!, text });
      });
  });
  const closed = once(request, 'close').catch(() => {});
  request.write(`${head.join('')}${file}%PDF-1.4\n`);
  for (let sent = 0; sent < (hangsUp?.after ?? megabytes) * 4; sent++)
    if (!request.write(PIECE)) await Promise.race([once(request, 'drain'), closed]);
  if (hangsUp) {
    await hangsUp.when();
    request.destroy();
  } else request.end('\r\n--x--\r\n');
  return answer;
}

export function uploadFolders(): string[] {
  return fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith('jianyan-upload-'));
}
