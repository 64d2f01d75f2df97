import { cast, type Player } from '../support/cast.js';

/** Who tries the routes: one of every kind of person. */
export const READERS: Readonly<Record<string, Player | null>> = {
  visitor: null,
  staff: cast.zhou,
  author: cast.wu,
  seconder: cast.lin,
  delegate: cast.luo,
  officer: cast.gao,
  assisting: cast.ding,
  elsewhere: cast.bai,
  head: cast.he,
  leader: cast.fang,
  secretary: cast.tang,
  member: cast.sun,
  chair: cast.chen,
  publisher: cast.mei,
  disclosure: cast.ou,
  secrecy: cast.shi,
  supervisor: cast.jian,
  admin: cast.guan,
};
