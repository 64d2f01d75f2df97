import fs from 'node:fs';
import path from 'node:path';
import type { NoticeCategory } from '../disclosure/index.js';
import type { SecrecyWishes } from '../proposals/index.js';

export interface InstitutionContent {
  readonly units: readonly { code: string; name: string; short: string; kind: string; parent: string | null }[];
  readonly people: readonly {
    number: string;
    name: string;
    unit: string;
    position: string;
    mail: string;
    phone: string;
  }[];
  readonly delegations: readonly {
    number: number;
    name: string;
    units: readonly string[];
    head: string;
    deputy: string;
    secretary: string;
    members: readonly string[];
  }[];
  readonly observers: readonly string[];
  readonly invited: readonly string[];
  readonly roles: readonly {
    role: string;
    staff: string;
    unit: string;
    from: string;
    until: string | null;
    key?: string;
    units?: readonly string[];
  }[];
  readonly committee: readonly { role: string; staff: string }[];
  readonly accounts: readonly { staff: string; as: string; intro: string; introEn: string }[];
}

export interface ReplyContent {
  readonly class: 'A' | 'B' | 'C' | 'D';
  readonly text: string;
  readonly promise?: { readonly inWorkingDays: number; readonly responsible: string; readonly text: string };
}

export interface RatingContent {
  readonly attitude: 'satisfied' | 'mostly' | 'dissatisfied';
  readonly result: 'satisfied' | 'mostly' | 'dissatisfied';
  readonly reason?: string;
}

export interface ContactContent {
  readonly way: 'visit' | 'phone' | 'meeting' | 'mail';
  readonly summary: string;
}

export interface ProposalContent {
  readonly key: string;
  readonly session: '8-2' | '8-3';
  readonly title: string;
  readonly category: string;
  readonly delegation: number;
  readonly joint: number;
  readonly reason: string;
  readonly measures: string;
  readonly wished: string | null;
  readonly publish: boolean;
  readonly publishRefusal?: string;
  readonly wishes?: SecrecyWishes;
  readonly road: string;
  readonly converted?: boolean;
  /** Charged by mistake; gives the case back to `lead`. */
  readonly chargedFirst?: string;
  readonly lead?: string;
  readonly assisting?: readonly string[];
  readonly leader?: string;
  readonly decline?: { readonly reason: string; readonly explanation: string };
  readonly convertNote?: string;
  readonly returnNote?: string;
  readonly withdrawNote?: string;
  readonly contacts?: readonly ContactContent[];
  readonly opinions?: Readonly<Record<string, string>>;
  readonly reply?: ReplyContent;
  readonly rating?: RatingContent;
  /** Of the joint proposers, where they see it otherwise than the author. */
  readonly jointRating?: RatingContent;
  readonly secondContact?: ContactContent;
  readonly secondReply?: ReplyContent;
  readonly secondRating?: RatingContent;
  /** Ordered by the presidium after the last round. */
  readonly finalContact?: ContactContent;
  readonly finalReply?: ReplyContent;
  readonly finalRating?: RatingContent;
  readonly followUp?: { readonly note: string };
  readonly notice?: { readonly title: string; readonly body: string };
}

/** Proposals that leave the straight road; each is told by a story of its own. */
export type SideRoadContent = Readonly<
  Record<
    | 'collective'
    | 'carried'
    | 'suggestion'
    | 'merged'
    | 'split'
    | 'checked'
    | 'passed'
    | 'sentBack'
    | 'paper'
    | 'emergency'
    | 'confidential'
    | 'hidden'
    | 'lightAnswered'
    | 'lightWaiting',
    ProposalContent & { readonly parts?: readonly { readonly title: string; readonly measures: string }[] }
  >
>;

export interface NoticeContent {
  readonly key: string;
  readonly title: string;
  readonly category: NoticeCategory;
  readonly unit: string;
  readonly catalogueItem: number | null;
  readonly audience: 'public' | 'staff' | 'delegates' | 'units';
  readonly units?: readonly string[];
  readonly audienceReason?: string;
  readonly documentNumber: string | null;
  readonly keywords: readonly string[];
  readonly daysAgo: number;
  readonly body: string;
  readonly state: 'published' | 'draft' | 'at_head' | 'at_secrecy' | 'at_office' | 'withdrawn' | 'superseded';
  readonly withdrawReason?: string;
  readonly supersededBy?: string;
  readonly attachment: { readonly name: string; readonly kind: string } | null;
}

/** The texts in demo/, written for this project. */
export class DemoContent {
  readonly institution: InstitutionContent;
  readonly proposals: readonly ProposalContent[];
  readonly notices: readonly NoticeContent[];
  readonly sideRoads: SideRoadContent;

  constructor(root: string) {
    const read = <T>(name: string) => JSON.parse(fs.readFileSync(path.join(root, 'demo', name), 'utf8')) as T;
    this.institution = read('institution.json');
    this.proposals = [
      ...read<ProposalContent[]>('proposals-8-2.json'),
      ...read<ProposalContent[]>('proposals-8-3.json'),
    ];
    this.notices = read('notices.json');
    this.sideRoads = read('side-roads.json');
  }
}
