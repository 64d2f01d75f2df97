import { ReplyDrafts } from '../handling/index.js';
import type { ReplyContent } from './content.js';
import { interludes } from './interludes/index.js';
import type { Scene } from './interludes/interlude.js';
import { reaches } from './roads.js';
import { sign } from './signing.js';
import type { Story } from './story-teller.js';

/** From the draft of a reply to its last signature. */
export async function* replyStory(scene: Scene, reply: ReplyContent): Story {
  const { stage, content, ref, pace } = scene;
  const { road, lead, leader } = content;
  const officer = await stage.players.holder('unit_officer', lead!);
  const { promise } = reply;
  const draft = {
    text: reply.text,
    outcomeClass: reply.class,
    promise: promise?.text ?? null,
    promisedOn: promise ? pace.dateIn(promise.inWorkingDays) : null,
    responsible: promise?.responsible ?? null,
  };
  await stage.get(ReplyDrafts).save(ref, draft, null, officer);
  if (!reaches(road, 'at_head')) return;
  yield pace.after(1);
  await stage.get(ReplyDrafts).submit(ref, officer);
  yield* interludes('submitted', scene);
  if (!reaches(road, 'at_leader')) return;
  yield pace.after(1);
  const { status } = await sign(stage, ref, 'head', await stage.players.holder('unit_head', lead!));
  yield* interludes('signed_by_head', scene);
  if (status === 'replied' || !reaches(road, 'replied')) return;
  yield pace.after(2);
  await sign(stage, ref, 'leader', await stage.players.actor(stage.players.leader(leader!)));
}
