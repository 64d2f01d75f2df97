import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, msg } from '../../kernel/index.js';
import { CurrentActor, FormView, Line, Pages, Prose, readForm, type Reply } from '../../web/index.js';
import { type CaseResult, CaseResults } from '../case-results.js';
import { NoticesRepository } from '../notices.repository.js';
import { suggestedResult } from './suggested-result.js';

export class ResultForm {
  @Line({ label: 'disclosure.field.title', max: 100, required: true }) title = '';
  @Prose({ label: 'disclosure.field.body', max: 20_000, required: true }) body = '';
}

/** 公布办理结果: the committee checks the text and posts it. */
@Controller('cases/:ref/notice')
export class CaseNoticeController {
  constructor(
    private readonly results: CaseResults,
    private readonly notices: NoticesRepository,
    private readonly pages: Pages,
  ) {}

  @Get()
  async confirm(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const result = await this.results.read(ref, actor);
    const posted = await this.notices.ofCase(result.record.id);
    if (posted) return void reply.done(`/notices/${posted.ref}`);
    const texts = (key: string, params?: Record<string, string>) => this.pages.catalogues.text('zh', key, params);
    this.show(reply, result, new FormView({ ...suggestedResult(result, texts) }));
  }

  @Post()
  async post(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const form = readForm(ResultForm, body);
    if (!form.ok)
      return this.show(reply.status(422), await this.results.read(ref, actor), new FormView(form.typed, form.errors));
    const notice = await this.results.post(ref, form.value, actor);
    reply.done(`/notices/${notice.ref}`, msg('disclosure.done.post_result'));
  }

  private show(reply: Reply, { record }: CaseResult, form: FormView): void {
    reply.view('notices/result', {
      pageTitle: msg('disclosure.result.title'),
      breadcrumbs: [{ text: record.number, href: `/cases/${record.ref}` }],
      head: { title: msg('disclosure.result.title'), lead: msg('disclosure.result.lead') },
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      action: `/cases/${record.ref}/notice`,
      back: `/cases/${record.ref}`,
      form: { title: form.field('title'), body: form.field('body') },
    });
  }
}
