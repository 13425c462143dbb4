/** The last few answers, for this browser session only: going back to an article shows it at once. */

import { api } from "../shared/browser";
import type { Analysis } from "../shared/contract";

const KEY = "answers";
const KEPT = 8;

type Entry = [key: string, analysis: Analysis];

/** A digest, so that the cache holds no article text. */
export async function cacheKey(parts: unknown): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(parts)));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function recall(key: string): Promise<Analysis | null> {
  return (await entries()).find(([name]) => name === key)?.[1] ?? null;
}

export async function remember(key: string, analysis: Analysis): Promise<void> {
  const others = (await entries()).filter(([name]) => name !== key);
  await api.storage.session.set({ [KEY]: [[key, analysis], ...others].slice(0, KEPT) });
}

async function entries(): Promise<Entry[]> {
  return ((await api.storage.session.get(KEY))[KEY] as Entry[] | undefined) ?? [];
}
