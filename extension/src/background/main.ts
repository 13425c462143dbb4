/** The background: answers the toolbar, the shortcuts and the messages; owns the network and the queue. */

import { api, isFirefox } from "../shared/browser";
import type { AnalyzeRequest } from "../shared/contract";
import { languageOf, translator } from "../shared/locale";
import type { AnalyzeReply, BackgroundMessage, HelloReply, QueueMessage } from "../shared/messages";
import { loadSettings, onSettings } from "../shared/settings";
import { cacheKey, recall, remember } from "./cache";
import { reachPage, swapStyle } from "./inject";
import { openPanel, openPanelFromPage } from "./panel";
import { ReportQueue, type QueuedReport } from "./queue";
import { Server } from "./server";
import { dropSitesWithoutPermission, registerSites, startsAlone } from "./sites";
import { isOffIn, switchTab } from "./tabs";

const QUEUE = "queue";
const ALARM = "deliver";

const server = async (): Promise<Server> => new Server((await loadSettings()).server);

const queue = new ReportQueue(
  {
    load: async () => ((await api.storage.local.get(QUEUE))[QUEUE] as QueuedReport[] | undefined) ?? [],
    save: (entries) => api.storage.local.set({ [QUEUE]: entries }),
  },
  {
    send: async (report) => (await server()).send(report),
    withdraw: async (key) => (await server()).withdraw(key),
  },
  Date.now,
  (entries) => void api.runtime.sendMessage({ to: "panel", action: "queue", queue: entries } satisfies QueueMessage).catch(() => undefined),
);

async function deliver(force = false): Promise<QueuedReport[]> {
  const entries = await queue.flush(force);
  await schedule();
  return entries;
}

async function schedule(): Promise<void> {
  const due = await queue.nextDue();
  if (due === null) await api.alarms.clear(ALARM);
  else await api.alarms.create(ALARM, { when: Math.max(due, Date.now() + 1000) });
}

async function analyze(request: AnalyzeRequest): Promise<AnalyzeReply> {
  const settings = await loadSettings();
  const key = await cacheKey([settings.server, request]);
  const known = await recall(key);
  if (known) return { analysis: known };
  const reply = await new Server(settings.server).analyze(request);
  if ("analysis" in reply && !reply.analysis.incomplete) await remember(key, reply.analysis);
  if ("analysis" in reply) void deliver();
  return reply;
}

async function toggle(tab: chrome.tabs.Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  if (await reachPage(tab.id, { to: "page", action: "toggle" })) return;
  const { language } = await loadSettings();
  const t = translator(languageOf(language, api.i18n.getUILanguage()));
  await api.action.setBadgeText({ tabId: tab.id, text: "–" });
  await api.action.setTitle({ tabId: tab.id, title: t("fail_page_forbidden") });
}

async function setCount(tab: number, count: number | null): Promise<void> {
  await api.action.setBadgeBackgroundColor({ tabId: tab, color: "#4a4540" });
  await api.action.setBadgeText({ tabId: tab, text: count === null ? "" : String(count) });
}

/** Whether a page that was just opened starts by itself, and whether the reader switched its tab off. */
async function hello({ tab, origin, url }: chrome.runtime.MessageSender): Promise<HelloReply> {
  const off = tab?.id !== undefined && (await isOffIn(tab.id));
  return { off, start: !off && startsAlone(origin ?? new URL(url ?? "").origin, (await loadSettings()).sites) };
}

async function answer(message: BackgroundMessage, sender: chrome.runtime.MessageSender): Promise<unknown> {
  const tab = sender.tab?.id;
  switch (message.action) {
    case "analyze":
      return analyze(message.request);
    case "hello":
      return hello(sender);
    case "tab":
      return tab === undefined ? null : switchTab(tab, message.off);
    case "style":
      return tab === undefined ? null : swapStyle(tab, message.css, message.previous);
    case "count":
      return tab === undefined ? null : setCount(tab, message.count);
    case "report": {
      const entries = await queue.add(message.report);
      await schedule();
      return entries.find(({ report }) => report.key === message.report.key) ?? null;
    }
    case "withdraw": {
      const entries = await queue.withdraw(message.key);
      await schedule();
      return entries;
    }
    case "queue":
      return queue.list();
    case "flush":
      return deliver(true);
    case "test_server":
      return new Server(message.server).test();
    case "open_panel":
      return openPanelFromPage(sender.tab);
  }
}

api.runtime.onMessage.addListener((message: BackgroundMessage, sender, reply) => {
  if (message.to !== "background" || sender.id !== api.runtime.id) return false;
  // A panel opens only inside the reader's gesture, so before anything is awaited.
  void answer(message, sender).then(reply, () => reply(null));
  return true;
});

api.action.onClicked.addListener((tab) => void toggle(tab));

api.commands.onCommand.addListener((command, tab) => {
  if (command === "panel") openPanel(tab);
  else if (command === "toggle") void toggle(tab);
  else if (tab?.id !== undefined) void reachPage(tab.id, { to: "page", action: "step", by: command === "next" ? 1 : -1 });
});

api.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === ALARM) void deliver();
});

api.tabs.onRemoved.addListener((tab) => void switchTab(tab, false));

// The listener wakes the background with the browser; whatever else wakes it, what is due is sent.
api.runtime.onStartup.addListener(() => void deliver());
void deliver();

api.runtime.onInstalled.addListener(({ reason }) => {
  void loadSettings().then(({ sites }) => registerSites(sites));
  if (reason === "install") void api.tabs.create({ url: api.runtime.getURL("welcome.html"), active: !isFirefox() });
});

api.permissions.onRemoved.addListener(() => void dropSitesWithoutPermission());
api.permissions.onAdded.addListener(() => void loadSettings().then(({ sites }) => registerSites(sites)));
onSettings(({ sites }) => void registerSites(sites));
