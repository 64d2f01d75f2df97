import { Injectable } from '@nestjs/common';
import type { CaseSection, HandlingCase } from '../../handling/index.js';
import { type Actor, mayRead, msg } from '../../kernel/index.js';
import { CaseResults } from '../case-results.js';
import type { Notice } from '../notice.entity.js';
import { NoticesRepository } from '../notices.repository.js';

/** On the page of a case: the notice that tells its result, or the button to post it. */
@Injectable()
export class CaseResultSection {
  constructor(
    private readonly results: CaseResults,
    private readonly notices: NoticesRepository,
  ) {}

  async read(record: HandlingCase, actor: Actor): Promise<CaseSection | null> {
    if (record.publishedAt === null) return null;
    const posted = await this.notices.ofCase(record.id);
    if (posted) return posted.status === 'published' && mayRead(posted.audience, actor) ? sectionOf(posted) : null;
    return this.results.mayPost(record, actor) ? { ...EMPTY, doors: [doorTo(record)] } : null;
  }
}

const EMPTY = { template: 'notices/case-result', model: {} };

function sectionOf({ ref, title }: Notice): CaseSection {
  const notice = { title: msg('disclosure.result.section'), href: `/notices/${ref}`, text: title };
  return { ...EMPTY, model: { notice }, doors: [] };
}

function doorTo({ ref }: HandlingCase): CaseSection['doors'][number] {
  return { href: `/cases/${ref}/notice`, text: msg('disclosure.result.open'), tone: 'secondary', missing: [] };
}
