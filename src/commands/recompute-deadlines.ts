import type { INestApplicationContext } from '@nestjs/common';
import { type Preview, Recounting } from '../deadlines/index.js';
import { Actor } from '../kernel/index.js';
import { type Command, withApp } from './command.js';

const REASON = '工作日历调整，期限按新日历重新计算。';

export const recomputeDeadlines: Command = {
  does: 'shows which open deadlines the changed calendar would move; --apply moves them; --reason says why',
  run: (settings, args) =>
    withApp(settings, async (app) => {
      const previews = await app.get(Recounting).previews(Actor.system());
      for (const preview of previews) print(preview);
      if (args.includes('--apply')) await apply(previews, reasonIn(args), app);
      else if (previews.some(({ moves }) => moves.length > 0)) console.log('Nothing was changed; --apply moves them.');
      return 0;
    }),
};

function print({ congress, moves }: Preview): void {
  console.log(`${congress.name}: ${moves.length} deadlines move.`);
  for (const { number, ref, field, unit, on, to } of moves)
    console.log(`  ${[number || ref, field, unit].filter(Boolean).join(' ')}: ${on} -> ${to}`);
}

async function apply(previews: readonly Preview[], reason: string, app: INestApplicationContext): Promise<void> {
  for (const { congress, version } of previews) {
    const moved = await app.get(Recounting).carryOut(congress.id, version, reason, Actor.system());
    console.log(`${congress.name}: ${moved} deadlines moved.`);
  }
}

function reasonIn(args: readonly string[]): string {
  const place = args.indexOf('--reason');
  return (place < 0 ? undefined : args[place + 1]) ?? REASON;
}
