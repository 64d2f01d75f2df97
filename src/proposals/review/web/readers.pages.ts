import { Injectable } from '@nestjs/common';
import { Congresses } from '../../../congress/index.js';
import { type Actor, msg, NotPermitted } from '../../../kernel/index.js';
import { Directory } from '../../../organization/index.js';
import type { FormView } from '../../../web/index.js';
import { ChainDoor } from '../../light/chain-door.js';
import { Deliberations } from '../deliberations.repository.js';
import { ReadingDesk } from '../reading-desk.js';

/** 安排预审: proposals under review on one side, members of the committee on the other. */
@Injectable()
export class ReadersPages {
  constructor(
    private readonly desk: ReadingDesk,
    private readonly deliberations: Deliberations,
    private readonly congresses: Congresses,
    private readonly directory: Directory,
    private readonly chain: ChainDoor,
  ) {}

  async form(form: FormView, actor: Actor): Promise<object> {
    const congressIds = this.desk.congressesOf(actor);
    if (congressIds.length === 0) throw new NotPermitted('assign_readers');
    await this.chain.committee(actor);
    const proposals = await this.desk.waiting(actor);
    const deliberations = await this.deliberations.ofMany(proposals);
    const members = await Promise.all(
      congressIds.map((id) => this.congresses.committee(id, ['committee_member', 'committee_chair'])),
    );
    const readers = [...deliberations.values()].flatMap(({ readings }) => readings.map(({ staffId }) => staffId));
    const people = await this.directory.peopleById([...members.flat(), ...readers]);
    const nameOf = (id: string) => people.get(id)?.name ?? '';
    const load = (id: string) => readers.filter((one) => one === id).length;
    const title = msg('deliberation.readers.title');
    return {
      pageTitle: title,
      title,
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      isEmpty: proposals.length === 0,
      proposals: form.choice(
        'ref',
        proposals.map(({ id, serial, title: name }) => {
          const read = deliberations.get(id)!.readings.map(({ staffId }) => nameOf(staffId));
          const hint = read.length > 0 ? msg('deliberation.readers.by', { names: read.join('、') }) : NOBODY;
          return { value: serial!, text: `${serial} ${name}`, hint };
        }),
      ),
      readers: form.choice(
        'reader',
        [...new Set(members.flat())].map((id) => ({
          value: id,
          text: `${nameOf(id)}（${people.get(id)?.unit.name ?? ''}）`,
          hint: msg('deliberation.readers.load', { n: load(id) }),
        })),
      ),
    };
  }
}

const NOBODY = msg('deliberation.readers.nobody');
