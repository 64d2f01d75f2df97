import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly recipients: readonly string[];
  readonly raw: string;
  readonly mail: Email;
}

/** A real mail server that keeps what it gets. */
export class MailServer {
  readonly received: Received[] = [];
  /** Answers to give to a recipient instead of accepting: address → SMTP code. */
  readonly refusals = new Map<string, number>();
  private server: SMTPServer | null = null;
  port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, callback) => {
        const code = this.refusals.get(address);
        callback(code ? Object.assign(new Error('refused'), { responseCode: code }) : null);
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => void this.keep(Buffer.concat(chunks), session.envelope.rcptTo).then(() => callback()));
      },
    });
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server!.close(resolve));
  }

  to(address: string): Received[] {
    return this.received.filter(({ recipients }) => recipients.includes(address));
  }

  private async keep(body: Buffer, recipients: { address: string }[]): Promise<void> {
    const mail = await PostalMime.parse(body);
    this.received.push({ recipients: recipients.map(({ address }) => address), raw: body.toString(), mail });
  }
}
