import { Contacts } from '../handling/index.js';
import { newId } from '../kernel/index.js';
import type { ContactContent, ProposalContent } from './content.js';
import type { Stage } from './stage.js';

/** A talk with the proposer, entered by the officer of the leading unit. */
export async function logContact(
  stage: Stage,
  { lead }: Pick<ProposalContent, 'lead'>,
  ref: string,
  { way, summary }: ContactContent,
  on: { readonly happenedOn: string; readonly headPresent: boolean },
): Promise<void> {
  const officer = await stage.players.holder('unit_officer', lead!);
  await stage.get(Contacts).log(ref, { id: newId(), way, summary, ...on }, officer);
}
