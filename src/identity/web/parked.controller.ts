import { Controller, Get, Param, Render } from '@nestjs/common';
import { type Actor, isId, msg } from '../../kernel/index.js';
import { CurrentActor, paragraphsOf } from '../../web/index.js';
import { ParkedFormNotFound } from '../identity.errors.js';
import { type ParkedForm, ParkedForms } from '../parked-forms.js';

@Controller('parked')
export class ParkedController {
  constructor(private readonly parkedForms: ParkedForms) {}

  @Get(':token')
  @Render('identity/parked')
  async show(@Param('token') token: string, @CurrentActor() actor: Actor) {
    const form = await this.parkedForms.find(token, actor.staffId!);
    if (!form) throw new ParkedFormNotFound();
    return presentParked(form);
  }
}

function presentParked({ path, fields }: ParkedForm) {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((text) => ({ name, value: text })),
  );
  return {
    pageTitle: msg('identity.parked.title'),
    action: path,
    fields: pairs,
    texts: pairs.filter(({ value }) => isWriting(value)).map(({ value }) => ({ paragraphs: paragraphsOf(value) })),
  };
}

/** What a person wrote, and not an id, a tick or a date that the page put there. */
function isWriting(value: string): boolean {
  return value.trim() !== '' && !isId(value) && !/^[a-z_\d-]+$/.test(value);
}
