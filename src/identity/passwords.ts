import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes: what OWASP asks for. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of nothing anybody knows: an account without a password takes as long to refuse as one with. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$amlhbnlhbi1ub2JvZHk$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODYS, password);
  return matches && passwordHash !== null;
}
