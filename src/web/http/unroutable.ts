import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { plainPage } from './plain-page.js';

const TOO_LONG_PARAMETER = 414;
const TYPE = 'text/html; charset=utf-8';
const NOTHING_LOADED = "default-src 'none'; frame-ancestors 'none'";

/** An address that the router cannot read: no hook has run, nobody knows who asks. */
export function answerUnroutable(error: FastifyError, _: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode === TOO_LONG_PARAMETER ? 404 : (error.statusCode ?? 400);
  reply.status(status).type(TYPE).header('content-security-policy', NOTHING_LOADED).send(plainPage(status));
}

/** Bytes that are no HTTP, or headers without end. */
export function answerNoHttp(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const page = plainPage(status);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, `content-type: ${TYPE}`, 'connection: close'];
  if (socket.writable)
    socket.write(`${head.join('\r\n')}\r\ncontent-length: ${Buffer.byteLength(page)}\r\n\r\n${page}`);
  socket.destroySoon();
}
