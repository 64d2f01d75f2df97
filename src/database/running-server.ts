import fs from 'node:fs';
import path from 'node:path';

export interface RunningProcess {
  readonly pid: number;
  readonly address: string;
}

const SETTLED_MS = 100;

/** Remembers in the data folder which process serves it, so that a second start can say so. */
export class RunningServer {
  private readonly file: string;

  constructor(private readonly dataFolder: string) {
    this.file = path.join(dataFolder, 'server.json');
  }

  /** The process that serves the folder; null when there is none, or when it was killed. */
  find(): RunningProcess | null {
    try {
      const running = JSON.parse(fs.readFileSync(this.file, 'utf8')) as RunningProcess;
      return isJianyan(running.pid) ? running : null;
    } catch {
      return null;
    }
  }

  /** Takes the folder for this process before anything in it is touched; answers with the other one that has it already. */
  async register(address: string): Promise<RunningProcess | null> {
    fs.mkdirSync(this.dataFolder, { recursive: true });
    const running = this.find();
    if (running) return running;
    const own = `${this.file}.${process.pid}`;
    fs.writeFileSync(own, JSON.stringify({ pid: process.pid, address }));
    fs.renameSync(own, this.file); // over what a killed process left
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS)); // of two that started together the later one stays
    const last = this.find();
    return last?.pid === process.pid ? null : last;
  }

  forget(): void {
    fs.rmSync(this.file, { force: true });
  }
}

/** A process id may have been given to another program since. */
function isJianyan(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !fs.existsSync('/proc') || fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('main.js');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // of another user, who started it
  }
}
