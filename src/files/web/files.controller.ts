import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Actor, isId } from '../../kernel/index.js';
import { CurrentActor, Public, type Reply, type Request } from '../../web/index.js';
import type { Attachment } from '../attachment.entity.js';
import { AttachmentNotFound } from '../attachment.errors.js';
import { Attachments } from '../attachments.js';
import { FILE_KINDS } from '../file-kinds.js';
import { FileOwners } from '../file-owners.js';
import { FileStorage } from '../file-storage.js';

/** The browser's own viewer for PDF needs a plug-in frame and styles; nothing else may load. */
const VIEWER_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";
const OTHER_THAN_PLAIN = /[^\w.-]/g;

@Controller('files')
@Public()
export class FilesController {
  constructor(
    private readonly attachments: Attachments,
    private readonly owners: FileOwners,
    private readonly storage: FileStorage,
  ) {}

  /** The name stands in the address for people and their browsers; the id decides. */
  @Get(':id/:name')
  async send(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res() reply: Reply,
  ): Promise<void> {
    if (!isId(id)) throw new AttachmentNotFound();
    const attachment = await this.attachments.find(id);
    if (!(await this.owners.mayRead(attachment, actor))) throw new AttachmentNotFound();
    const isPublic = actor.isVisitor || (await this.owners.mayRead(attachment, Actor.visitor()));
    const etag = `"${attachment.sha256}"`;
    reply.header('etag', etag).header('cache-control', isPublic ? 'public, no-cache' : 'private, no-cache');
    if (request.headers['if-none-match'] === etag) {
      reply.status(304).send();
      return;
    }
    const content = await this.storage.open(attachment.sha256);
    reply.headers(headersOf(attachment)).send(content);
  }
}

function headersOf({ name, type, bytes }: Attachment): Record<string, string | number> {
  const kind = FILE_KINDS[type]!;
  const disposition = kind.inline ? 'inline' : 'attachment';
  const plain = name.replace(OTHER_THAN_PLAIN, '_');
  return {
    'content-type': kind.content === 'text' ? 'application/octet-stream' : kind.mime,
    'content-length': bytes,
    'content-disposition': `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeRfc5987(name)}`,
    'content-security-policy': VIEWER_POLICY,
    'x-content-type-options': 'nosniff',
  };
}

function encodeRfc5987(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
