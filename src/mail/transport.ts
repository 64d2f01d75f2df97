import fs from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Settings } from '../config/index.js';

export interface Transport {
  send(message: SendMailOptions): Promise<void>;
  close(): void;
}

const CONNECTIONS = 3;
const PATIENCE_MS = 15_000;

/** The mail server of SMTP_URL; without one, files in `var/outbox`. */
export function transportFor(settings: Settings): Transport {
  return settings.smtpUrl === null ? files(path.join(settings.dataFolder, 'outbox')) : smtp(settings.smtpUrl);
}

function smtp(url: string): Transport {
  const server = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: 2 * PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (message) => void (await server.sendMail(message)),
    close: () => server.close(),
  };
}

/** One .eml file per mail, written whole or not at all; the same mail again is the same file. */
function files(folder: string): Transport {
  const composer = createTransport({
    streamTransport: true,
    buffer: true,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (message) => {
      const { message: body } = await composer.sendMail(message);
      const file = path.join(folder, `${/[\w-]+/.exec(message.messageId!)![0]}.eml`);
      await fs.mkdir(folder, { recursive: true });
      await fs.writeFile(`${file}.part`, body as Buffer);
      await fs.rename(`${file}.part`, file);
    },
    close: () => {},
  };
}
