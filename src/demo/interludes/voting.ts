import { PreReading, Voting } from '../../proposals/index.js';
import type { Story } from '../story-teller.js';
import type { Scene } from './interlude.js';

const SECRETARY = '2010121';

type Vote = 'file' | 'convert' | 'decline' | 'abstain';

/** Four members who have nothing to do with it read; the first ones vote. */
export async function* readAndVote({ stage, ref, pace }: Scene, votes: readonly Vote[]): Story {
  const proposal = await stage.proposal(ref, SECRETARY);
  const involved = [proposal.authorId, ...[...proposal.joints, ...proposal.seconds].map(({ staffId }) => staffId)];
  const readers = (await stage.players.members()).filter(({ staffId }) => !involved.includes(staffId!)).slice(0, 4);
  const text = proposal.fingerprint();
  yield pace.after(0);
  const ids = readers.map(({ staffId }) => staffId!);
  await stage.get(PreReading).assign([ref], ids, await stage.players.secretary());
  yield pace.after(1);
  const opinion = { outcome: 'file', declineCode: null, note: '事实清楚，措施具体，涉及面广，建议立案。' } as const;
  await stage.get(Voting).recommend(ref, opinion, text, readers[0]!);
  for (const [i, choice] of votes.entries()) {
    yield pace.after(0);
    await stage.get(Voting).vote(ref, choice, text, readers[i]!);
  }
}
